"""The messages that the learned judge is taught, as a table: a row a message, a column a feature.

A word has some twenty pieces, and most words stand in many messages: so which words a message has
and which pieces a word has are two tables, and what a message has of pieces is their product.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from vigie.distress.features import Forms, of_word

Case = tuple[Forms, tuple[str, ...], str]
"""The words of a message, the features given beside, and the label: "" for none of them."""


class Numbers(dict[str, int]):
    """Each name and its number, in the order in which they were met."""

    def __missing__(self, name: str) -> int:
        self[name] = number = len(self)
        return number


def table(cases: Sequence[Case], pieces: bool, least: int) -> tuple[Any, list[str]]:
    """What `Head.logits` counts of each case, as sparse rows, and the name of each column.

    The features of the words share their length; those given beside count in full and stand last.
    The most frequent stand first: what is fitted lies close together in memory.

    Args:
        cases: the messages.
        pieces: whether the words are looked into.
        least: cases that a feature of the words must stand in.
    """
    from scipy.sparse import diags, hstack

    words, parts, beside = Numbers(), Numbers(), Numbers()
    said = counted((found.distinct for found, _, _ in cases), words)
    together = counted((found.together for found, _, _ in cases), parts)
    own = (of_word(word) if pieces else of_word(word)[:1] for word in words)
    within = Numbers()
    counts = hstack([said @ counted(own, within), together], format="csr")
    names = [*within, *parts]
    often = np.bincount(counts.indices, minlength=len(names))
    kept = np.argsort(-often, kind="stable")[: int(np.count_nonzero(often >= least))]
    counts = counts[:, kept]
    lengths = np.maximum(np.asarray(counts.sum(axis=1)).ravel(), 1.0)
    extra = counted((given for _, given, _ in cases), beside)
    matrix = hstack([diags(lengths**-0.5) @ counts, extra], format="csr")
    return matrix, [*(names[place] for place in kept), *beside]


def counted(rows: Iterable[Iterable[str]], numbers: Mapping[str, int]) -> Any:
    """How often each name stands in each row, sparse; `numbers` tells the column of a name, and
    learns the names that it does not know, or knows them all."""
    from scipy.sparse import csr_matrix

    number = numbers.__getitem__
    places, ends = array("i"), array("q", [0])
    for row in rows:
        places.extend(map(number, row))
        ends.append(len(places))
    values = np.ones(len(places)), np.asarray(places), np.asarray(ends)
    counts = csr_matrix(values, (len(ends) - 1, len(numbers)))
    counts.sum_duplicates()
    return counts
