"""How likely each part of a query is: an act, a sort, a condition, a denial.

The forms that have a part tell it together, those too that are unlikely one by one; of a form that
was never learned, its parts may all be likely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vigie.answers.query.line import LineError, read
from vigie.answers.query.tags import tags
from vigie.nlu.linear import Floats

LEAST = 0.05
"""Chance from which a part is handed on."""


@dataclass(frozen=True)
class Parts:
    """The parts of the forms of a head."""

    names: tuple[str, ...]
    table: Floats
    """(forms, parts): 1 where a form has a part."""

    @staticmethod
    def of(labels: Sequence[str]) -> Parts:
        """Those of the forms that are queries of their own."""
        has = [_parts(label) for label in labels]
        names = tuple(sorted(frozenset().union(*has)))
        place = {name: n for n, name in enumerate(names)}
        table = np.zeros((len(labels), len(names)), np.float32)
        for row, some in enumerate(has):
            table[row, [place[name] for name in some]] = 1
        return Parts(names, table)

    def chances(self, scores: Floats) -> dict[str, float]:
        """The chance of each part, by the probabilities of the forms."""
        found = scores @ self.table
        return {self.names[n]: float(found[n]) for n in np.flatnonzero(found >= LEAST)}


def _parts(label: str) -> frozenset[str]:
    try:
        return frozenset() if label.startswith("~") else tags(read(label))
    except LineError:  # a form of an older corpus
        return frozenset()
