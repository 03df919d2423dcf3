"""Where each topic of a message stands: at the word that speaks of it most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vigie.knowledge.sound import sound
from vigie.nlu.features import telling
from vigie.nlu.linear import Floats

SMOOTH = 1.0
"""Added to each count of a word."""


@dataclass(frozen=True)
class Locator:
    """How much each word speaks of each topic: logarithms of the odds."""

    labels: Mapping[str, int]
    words: Mapping[str, int]
    odds: Floats
    """(words, topics)"""

    def places(self, words: Sequence[str], topics: Sequence[str]) -> dict[str, int]:
        """Where each of the topics stands in the masked words: at the word that speaks of it most,
        and of the others least. Those of which no word speaks have no place."""
        told = set(telling(words))
        rows = [self.words.get(sound(word)) if word in told else None for word in words]
        known = [place for place, row in enumerate(rows) if row is not None]
        columns = [self.labels[topic] for topic in topics if topic in self.labels]
        if not known or not columns:
            return {}
        table = self.odds[np.ix_([rows[place] for place in known], columns)]
        found = {}
        for column, topic in enumerate(topic for topic in topics if topic in self.labels):
            others = np.delete(table, column, axis=1)
            against = others.max(axis=1) if others.shape[1] else 0.0
            telling_most = int(np.argmax(table[:, column] - np.maximum(against, 0.0)))
            if table[telling_most, column] > 0:
                found[topic] = known[telling_most]
        return found


def locator(taught: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Locator:
    """Learned from masked words and the topics that they are about."""
    by_topic: dict[str, Counter[str]] = {}
    among: Counter[str] = Counter()
    for words, topics in taught:
        codes = {sound(word) for word in telling(words)}
        among.update(codes)
        for topic in topics:
            by_topic.setdefault(topic, Counter()).update(codes)
    labels = {topic: place for place, topic in enumerate(sorted(by_topic))}
    rows = {code: row for row, code in enumerate(sorted(c for c, n in among.items() if n > 1))}
    odds = np.zeros((len(rows), len(labels)), np.float32)
    every = sum(among.values())
    for topic, column in labels.items():
        inside = by_topic[topic]
        whole = sum(inside.values())
        for code, row in rows.items():
            here, there = inside[code] + SMOOTH, among[code] - inside[code] + SMOOTH
            share, rest = here / (whole + len(rows)), there / (every - whole + len(rows))
            odds[row, column] = np.log(share / rest)
    return Locator(labels, rows, odds)
