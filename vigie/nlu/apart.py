"""A head of labels, each told from all the rest: the forms of queries, and their parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from vigie.nlu.cores import on_all_cores
from vigie.nlu.linear import COST, MARGINS, Example, Floats, Linear
from vigie.nlu.table import learned_table

TOLERANCE = 1e-2
"""Of the machines of `train_apart`, as good as scikit-learn's 1e-4 and a fifth faster."""
SAMPLE = 3000
"""Examples that every machine sees first, beside those of its label."""
SLACK = 0.1
"""How far within its margin an example may stay unseen by a machine: what it then says of a message
differs from what a machine says that saw all of them by 0.002 on average, 0.05 at most."""
Rows = npt.NDArray[np.int64]


def train_apart(examples: Sequence[Example], labels: Sequence[str], *, least: int) -> Linear:
    """Fit a head of labels, each against all the rest by a support vector machine; what it says are
    margins (`logits_of`). `least`: examples that a feature must stand in."""
    matrix, vocabulary = learned_table((example.features for example in examples), least)
    rows = _rows(examples)
    sample = np.random.RandomState(0).permutation(len(examples))[:SAMPLE]
    haste = matrix.astype(np.float32)
    fit = partial(_machine, haste, sample)
    fitted = on_all_cores(fit, matrix, (rows[label] for label in labels))
    # A row a feature, in one piece: what is read takes rows.
    weights = np.ascontiguousarray(np.stack([own for own, _ in fitted], axis=1))
    bias = np.array([own for _, own in fitted], np.float32)
    return Linear(tuple(labels), vocabulary, weights, bias, several=True)


def _machine(haste: Any, sample: Rows, matrix: Any, rows: Rows) -> tuple[Floats, float]:
    """The weights and the bias of the label that the examples in `rows` have; `haste` is the matrix
    in half the precision, to find where it is to be looked again.

    A support vector machine rests on the examples within its margin alone, of most labels one in
    two hundred. So it is fitted to those of its label and to a sample, and again with those within
    its margin that it had not seen, until there are none: all examples would have given the same.
    """
    from sklearn.svm import LinearSVC

    signs = np.full(matrix.shape[0], -1, np.float32)
    signs[rows] = 1
    seen = np.union1d(rows, sample)
    while True:
        machine = LinearSVC(C=COST, random_state=0, tol=TOLERANCE)
        machine.fit(matrix[seen], signs[seen])
        weights, bias = machine.coef_[0].astype(np.float32), float(machine.intercept_[0])
        within = np.flatnonzero(signs * (haste @ weights + bias) < 1 - SLACK)
        unseen = np.setdiff1d(within, seen, assume_unique=True)
        if not len(unseen):
            return np.asarray(MARGINS * weights, np.float32), MARGINS * bias
        seen = np.union1d(seen, unseen)


def _rows(examples: Iterable[Example]) -> dict[str, Rows]:
    found: dict[str, list[int]] = defaultdict(list)
    for row, example in enumerate(examples):
        for label in set(example.labels):
            found[label].append(row)
    return {label: np.array(rows, np.int64) for label, rows in found.items()}
