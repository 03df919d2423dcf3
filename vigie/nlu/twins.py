"""Texts that are the same, or nearly, among thousands, in a second or two.

The measure is rapidfuzz's ratio, from 0 to 100, of the texts in their normal form. Texts
whose lengths alone rule it out are never compared.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from vigie.nlu.text import fold

_ROWS = 256
"""Texts compared at a time: few enough to keep the lengths in a chunk alike."""


def plain(text: str) -> str:
    """`text` folded; as it stands where nothing is left of it ("???")."""
    return fold(text) or text.strip()


def same(texts: Iterable[str]) -> list[list[int]]:
    """Groups of the positions of texts that are the same, in their order."""
    groups: dict[str, list[int]] = defaultdict(list)
    for position, text in enumerate(texts):
        groups[text].append(position)
    return [group for group in groups.values() if len(group) > 1]


def near(left: Sequence[str], right: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Pairs of positions in `left` and `right` whose ratio is at least `least`.

    Lengths alone bound the ratio: 200 * shorter / (shorter + longer).
    """
    reach = (200 - least) / least
    rows = sorted(range(len(left)), key=lambda i: len(left[i]))
    columns = sorted(range(len(right)), key=lambda i: len(right[i]))
    lengths = [len(right[i]) for i in columns]
    for start in range(0, len(rows), _ROWS):
        some = rows[start : start + _ROWS]
        low = bisect_left(lengths, len(left[some[0]]) / reach)
        high = bisect_right(lengths, len(left[some[-1]]) * reach)
        those = columns[low:high]
        scores = cdist(
            [left[i] for i in some],
            [right[i] for i in those],
            scorer=fuzz.ratio,
            score_cutoff=least,
            dtype=np.float32,
        )
        for row, column in np.argwhere(scores >= least):
            yield some[row], those[column]
