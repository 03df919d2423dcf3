"""Fit vigie/answers/reading/weights.py: the weights of the readings, so that the right one is the
likeliest, and those of the confidence, so that of those at 0.9 nine of ten are right.

`python -m evaluation.fitting` reads two fifths of the authors, held out, and prints both tables.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from evaluation.authors import Material, folds, head, links, material, read_talks, roles
from evaluation.same import right
from vigie.answers.reading.rank import Reading, sure_features
from vigie.answers.reading.weights import WEIGHTS

SHOWN = 16
"""Readings of a question among which the right one is looked for."""
NEAR = 0.02
"""How dear it is to leave the weights as they are."""
STRENGTH = 0.3
"""scikit-learn's C of the confidence."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """The readings of a question as features, a row each, and which of them are right."""

    table: Floats
    right: npt.NDArray[np.bool_]
    readings: tuple[Reading, ...]


def rows(made: Material) -> list[Row]:
    """What is read by authors held out."""
    groups = folds(made)
    found = []
    for group in groups[:2]:
        others = [author for each in groups if each is not group for author in each]
        heads = head(made, others), links(made, others), roles(made, others)
        for _, one in read_talks(made, group, *heads):
            some = one.readings[:SHOWN]
            marks = np.array([right(r.query, one.query, made.view) for r in some], bool)
            table = np.array([[r.features[name] for name in WEIGHTS] for r in some], float)
            found.append(Row(table, marks, some))
    return [row for row in found if len(row.right)]


def weights(found: Sequence[Row]) -> dict[str, float]:
    """Weights under which the right readings have most of the probability."""
    start = np.array(list(WEIGHTS.values()))
    telling = [row for row in found if row.right.any() and not row.right.all()]

    def loss(now: Floats) -> tuple[float, Floats]:
        value = NEAR * float(((now - start) ** 2).sum())
        slope: Floats = 2 * NEAR * (now - start)
        for row in telling:
            scores = row.table @ now
            powers = np.exp(scores - scores.max())
            whole, kept = powers / powers.sum(), np.where(row.right, powers, 0)
            value -= float(np.log(kept.sum() / powers.sum()))
            slope = slope + row.table.T @ (whole - kept / kept.sum())
        return value, slope

    best = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return {name: round(float(one), 2) for name, one in zip(WEIGHTS, best)}


def confidence(found: Sequence[Row], fitted: dict[str, float]) -> dict[str, float]:
    """Logistic weights of what the best reading rests on."""
    table, marks = [], []
    for row in found:
        scores = row.table @ np.array(list(fitted.values()))
        order = np.argsort(-scores, kind="stable")[:2]
        best = [
            Reading(r.query, float(scores[i]), r.features, r.proposal)
            for i, r in ((i, row.readings[i]) for i in order)
        ]
        table.append(sure_features(best))
        marks.append(bool(row.right[order[0]]))
    names = list(table[0])
    values = [[one[name] for name in names] for one in table]
    model = LogisticRegression(C=STRENGTH, max_iter=4000).fit(values, marks)
    return {
        "bias": round(float(model.intercept_[0]), 2),
        **{name: round(float(x), 2) for name, x in zip(names, model.coef_[0])},
    }


def main() -> None:
    """Print both tables."""
    found = rows(material())
    fitted = weights(found)
    told: dict[str, Any] = {"weights": fitted, "confidence": confidence(found, fitted)}
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
