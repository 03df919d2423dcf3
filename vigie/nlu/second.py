"""The second reading: what a heavier reader (vigie/nlu/encoder) says of a message of which the
light heads are unsure, of its form and its topics.

Of forms the geometric mean of both counts; of topics, each for itself, the mean of their logits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from vigie.nlu.encoder.reader import Labels, Scores
from vigie.nlu.linear import Floats
from vigie.nlu.parsed import Parsed
from vigie.nlu.topics import TOPIC_WEIGHED, chosen

UNSURE = 0.8
"""Probability of the best form under which the heavier reader is asked; and the score of a topic
under which a form that takes one has none that is sure."""
SMOOTH = 1e-4
"""Added to each probability before the mean: one reader alone rules no form out."""
UNSEEN = 0.02
"""What the light head says of a topic that it does not hand on."""
TOPICAL = ("does=?", "about=?", "about!=?", "does(", "about(")
"""What a form has that takes a topic."""
Places = npt.NDArray[np.int64]


class Reader(Protocol):
    """Another reader."""

    @property
    def labels(self) -> Labels:
        """What it tells apart."""

    def scores(self, parsed: Parsed) -> Scores:
        """Probability of each of its labels."""


@dataclass(frozen=True)
class Second:
    """Another reader, asked where the light heads are unsure."""

    reader: Reader
    shared: Places
    """Places of the forms that both know, among the head's."""
    places: Places
    """Of the same, among the reader's."""
    topical: npt.NDArray[np.bool_]
    """Of each form of the head, whether a topic has to be put into it."""

    @staticmethod
    def to(reader: Reader, labels: Iterable[str]) -> Second:
        """`reader` beside a head of these forms."""
        forms = list(labels)
        place = {label: n for n, label in enumerate(reader.labels.forms)}
        both = [(n, place[label]) for n, label in enumerate(forms) if label in place]
        shared, places = np.array(both, np.int64).reshape(-1, 2).T
        topical = [any(mark in label for mark in TOPICAL) for label in forms]
        return Second(reader, shared, places, np.array(topical, bool))

    def mended(self, light: Floats, parsed: Parsed) -> tuple[Floats, Parsed]:
        """What both readers say of a message, of which the head of forms says `light`."""
        if not len(self.shared) or not self._wanted(light, parsed):
            return light, parsed
        heavy = self.reader.scores(parsed)
        return mean(light, heavy.forms[self.places], self.shared), self._read(parsed, heavy)

    def _wanted(self, light: Floats, parsed: Parsed) -> bool:
        """Whether its form is unsure, or takes a topic and none is sure."""
        if light.max() < UNSURE:
            return True
        sure = max(parsed.scores.values(), default=0.0) >= UNSURE
        return bool(self.topical[light.argmax()]) and not sure

    def _read(self, parsed: Parsed, heavy: Scores) -> Parsed:
        topics = together(parsed.scores, self.reader.labels.topics, heavy.topics, TOPIC_WEIGHED)
        return replace(parsed, scores=topics, topics=chosen(topics))


def together(
    light: Mapping[str, float], labels: Sequence[str], heavy: Floats, least: float
) -> dict[str, float]:
    """What two readers say of labels that hold each for itself, the likeliest first; those under
    `least` are left out. What only the light one knows stays as it is."""
    said = np.clip([light.get(label, UNSEEN) for label in labels], SMOOTH, 1 - SMOOTH)
    heavy = np.clip(heavy, SMOOTH, 1 - SMOOTH)
    logits = (np.log(said / (1 - said)) + np.log(heavy / (1 - heavy))) / 2
    both = dict(zip(labels, (1 / (1 + np.exp(-logits))).tolist()))
    found = {**light, **both}
    return {
        label: score
        for label, score in sorted(found.items(), key=lambda pair: -pair[1])
        if score >= least
    }


def mean(light: Floats, heavy: Floats, shared: Places) -> Floats:
    """The geometric mean of two readers. Of labels that are not `shared`, often rare ones, the
    first one alone tells the probability, and so what is left for those that are."""
    told = light.copy()
    told[shared] = heavy * (light[shared].sum() / max(float(heavy.sum()), SMOOTH))
    found = np.sqrt((light + SMOOTH) * (told + SMOOTH))
    return np.asarray(found / found.sum(), np.float32)
