"""A head of labels, each told from all the rest: the forms of queries, and their parts."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from vigie.nlu.linear import COST, MARGINS, Example, Linear, matrix_of

TOLERANCE = 1e-2
"""Of the machines of `train_apart`, as good as scikit-learn's 1e-4 and a fifth faster."""


def train_apart(
    examples: Sequence[Example], alone: Sequence[str], also: Sequence[str], *, least: int
) -> Linear:
    """Fit a head of labels, each against all the rest by a support vector machine; what it says are
    margins (`logits_of`). An example has one label of those that stand `alone` at most, and any of
    the others."""
    seen = Counter(f for example in examples for f in set(example.features))
    vocabulary = {f: i for i, f in enumerate(sorted(f for f, n in seen.items() if n >= least))}
    weights, bias = _apart(matrix_of(examples, vocabulary), examples, alone, also)
    scaled = (MARGINS * weights).astype(np.float32), (MARGINS * bias).astype(np.float32)
    return Linear((*alone, *also), vocabulary, *scaled, several=True)


def _apart(
    matrix: Any, examples: Sequence[Example], alone: Sequence[str], also: Sequence[str]
) -> tuple[Any, Any]:
    """A machine a label, on all cores. Those that stand alone are fitted a group at a time: scikit-
    learn copies the examples once for each call, which takes as long as to fit a label."""
    from concurrent.futures import ThreadPoolExecutor

    from sklearn.svm import LinearSVC

    taught = [set(example.labels) for example in examples]

    def fit(labels: Sequence[str]) -> tuple[Any, Any]:
        machine = LinearSVC(C=COST, random_state=0, tol=TOLERANCE)
        if len(labels) == 1:
            machine.fit(matrix, np.array([labels[0] in those for those in taught]))
            return machine.coef_, machine.intercept_
        place = {label: n for n, label in enumerate(labels)}
        none = len(labels)
        classes = [
            min((place.get(label, none) for label in those), default=none) for those in taught
        ]
        machine.fit(matrix, classes)
        return machine.coef_[:none], machine.intercept_[:none]

    cores = os.cpu_count() or 1
    groups = [alone[start::cores] for start in range(cores)] if len(alone) > 2 * cores else []
    singles = [[label] for label in (also if groups else (*alone, *also))]
    with ThreadPoolExecutor(cores) as pool:
        fitted = list(pool.map(fit, [*groups, *singles]))
    order = [label for group in (*groups, *singles) for label in group]
    rows = {label: n for n, label in enumerate(order)}
    picked = [rows[label] for label in (*alone, *also)]
    weights = np.concatenate([one for one, _ in fitted])[picked]
    # A row a feature, in one piece: what is read takes rows.
    return np.ascontiguousarray(weights.T), np.concatenate([one for _, one in fitted])[picked]
