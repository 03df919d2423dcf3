"""The forms of queries as a learned head: which of them a message has.

A light reader scores every message. Where it is unsure of one, a heavier one (vigie/nlu/encoder)
scores it too, and their geometric mean counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Optional, Protocol

import numpy as np
import numpy.typing as npt

from vigie.nlu.features import frame_around, frame_word
from vigie.nlu.linear import Example, Floats, Linear, train
from vigie.nlu.understanding import Parsed

KEPT = 10
"""Forms handed on, the likeliest first."""
FEWEST = 4
"""Examples that a form needs to be learned."""
UNSURE = 0.8
"""Probability of the best form under which the heavier reader is asked."""
APART = 3
"""Parts of a message up to which each is read on its own."""
SMOOTH = 1e-4
"""Added to each probability before the mean: one reader alone rules no form out."""
Places = npt.NDArray[np.int64]


class Reader(Protocol):
    """Another reader of forms."""

    @property
    def labels(self) -> tuple[str, ...]:
        """What it tells apart."""

    def scores(self, parsed: Parsed) -> Floats:
        """Probability of each of its labels."""


@dataclass(frozen=True)
class Second:
    """Another reader, asked about the labels of a head where that is unsure."""

    reader: Reader
    shared: Places
    """Places of the labels that both know, among the head's."""
    places: Places
    """Of the same, among the reader's."""

    @staticmethod
    def to(reader: Reader, labels: Iterable[str]) -> Second:
        """`reader` beside a head of these labels."""
        place = {label: n for n, label in enumerate(reader.labels)}
        both = [(n, place[label]) for n, label in enumerate(labels) if label in place]
        return Second(reader, *np.array(both, np.int64).reshape(-1, 2).T)

    def mended(self, light: Floats, parsed: Parsed) -> Floats:
        """What both readers say of a message, of which the first one says `light`."""
        if not len(self.shared) or light.max() >= UNSURE:
            return light
        return mean(light, self.reader.scores(parsed)[self.places], self.shared)


def mean(light: Floats, heavy: Floats, shared: Places) -> Floats:
    """The geometric mean of two readers. Of labels that are not `shared`, often rare ones, the
    first one alone tells the probability, and so what is left for those that are."""
    told = light.copy()
    told[shared] = heavy * (light[shared].sum() / max(float(heavy.sum()), SMOOTH))
    found = np.sqrt((light + SMOOTH) * (told + SMOOTH))
    return np.asarray(found / found.sum(), np.float32)


def learned(examples: Iterable[Example]) -> Linear:
    """The head, of the forms that have enough examples."""
    taught = list(examples)
    count = Counter(example.labels[0] for example in taught)
    kept = [example for example in taught if count[example.labels[0]] >= FEWEST]
    return train(kept, several=False, least=4)


def with_forms(parsed: Parsed, head: Linear, second: Optional[Second] = None) -> Parsed:
    """`parsed` and its clauses with the likeliest forms of their queries. `second` is asked about
    what is then read: each of a few clauses, else the whole."""
    several = 0 < len(parsed.clauses) <= APART
    inside = second if several else None
    clauses = tuple(with_forms(one, head, inside) for one in parsed.clauses)
    around = tuple(frame_around(parsed.words, parsed.text))
    scores = head.scores_of(parsed.words, frame_word, around)
    if second is not None and not several:
        scores = second.mended(scores, parsed)
    order = np.argsort(-scores, kind="stable")[:KEPT]
    forms = tuple((head.labels[i], float(scores[i])) for i in order)
    return replace(parsed, clauses=clauses, forms=forms)
