"""Linear models over named features: trained with scikit-learn, served with numpy alone.

A head (intents: one of many; topics, distress: each on its own) is a table of weights, a row
a feature. Saved as npz and JSON: no pickle, nothing to execute.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any, Callable, Collection, Iterable, Optional, Sequence

import numpy as np
import numpy.typing as npt

from vigie.nlu.cores import on_all_cores
from vigie.nlu.packing import Table, summed, whole
from vigie.nlu.table import learned_table, table_of

COST = 1.0
"""C of the support vector machine of the intents."""
MARGINS = 5.0
"""Scale of its margins in the softmax: the most honest confidences, of 3 to 6."""
TOLERANCE = 0.1
"""Of the dual problem of a logistic regression: probabilities differ by a hundredth at most from
those of scikit-learn's own solver and tolerance, in a third of the time; see
evaluation/notes/training.md."""
Floats = npt.NDArray[np.float32]
Features = Callable[[str], Iterable[str]]
Rows = frozenset[Optional[int]]
"""Of the table of weights; None stands for features that it does not have."""


@dataclass(frozen=True)
class Example:
    """What a head is taught: the names of features, and its labels."""

    features: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Linear:
    """Weights of one head. `several` tells sigmoids (topics) from a softmax (intents)."""

    labels: tuple[str, ...]
    vocabulary: dict[str, int]
    weights: Table
    """(features, labels)"""
    bias: Floats
    several: bool
    _known: dict[str, Rows] = field(default_factory=dict, init=False, repr=False, compare=False)

    def scores(self, features: Iterable[str]) -> Floats:
        """Probability of each label, in the order of `labels`."""
        return self._scores(set(map(self.vocabulary.get, features)) - {None})

    def scores_of(self, words: Iterable[str], of: Features, around: Iterable[str]) -> Floats:
        """As `scores` of the features `of` each word, and of those `around` the words.

        Those of a word that was taught are looked up once.
        """
        return self._scores(self._rows_of(words, of, around))

    def logits_of(self, words: Iterable[str], of: Features, around: Iterable[str]) -> Floats:
        """What `scores_of` makes the probabilities from: a margin a label."""
        return self._logits(self._rows_of(words, of, around))

    def scores_of_all(self, examples: Sequence[Example]) -> Floats:
        """As `scores` of each example, many times as fast; needs what training needs."""
        table = table_of((example.features for example in examples), self.vocabulary)
        logits = table @ whole(self.weights) + self.bias
        if self.several:
            return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)

    def _rows_of(self, words: Iterable[str], of: Features, around: Iterable[str]) -> set[Any]:
        rows = set(map(self.vocabulary.get, around))
        for word in words:
            rows |= self._known.get(word) or self._rows(word, of)
        rows.discard(None)
        return rows

    def _rows(self, word: str, of: Features) -> Rows:
        """The rows of the features of `word`; kept for a word of the training data only."""
        found = frozenset(map(self.vocabulary.get, of(word)))
        if f"w:{word}" in self.vocabulary:
            self._known[word] = found
        return found

    def _logits(self, rows: Collection[Any]) -> Floats:
        if not rows:
            return self.bias
        picked = np.fromiter(rows, dtype=np.int64, count=len(rows))
        told = summed(self.weights, picked)
        return np.asarray(self.bias + told / np.sqrt(len(rows)), dtype=np.float32)

    def _scores(self, rows: Collection[Any]) -> Floats:
        logits = self._logits(rows)
        if self.several:
            return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)
        powers = np.exp(logits - logits.max())
        return np.asarray(powers / powers.sum(), dtype=np.float32)

    def ranked(self, features: Iterable[str]) -> list[tuple[str, float]]:
        """Labels with their probability, the most likely first."""
        scores = self.scores(features)
        return [(self.labels[i], float(scores[i])) for i in np.argsort(-scores, kind="stable")]


def train(
    examples: Sequence[Example],
    *,
    several: bool,
    least: int = 2,
    strength: float = COST,
) -> Linear:
    """Fit a head: a support vector machine for one label of many, a logistic regression a label
    for `several`. `least`: examples that a feature must stand in; `strength`: scikit-learn's C."""
    labels = tuple(sorted({label for example in examples for label in example.labels}))
    matrix, vocabulary = learned_table((example.features for example in examples), least)
    fit = _fit_several if several else _fit_one
    weights, bias = fit(matrix, examples, labels, strength)
    return Linear(labels, vocabulary, weights.astype(np.float32), bias.astype(np.float32), several)


def _fit_one(
    matrix: Any, examples: Sequence[Example], labels: Sequence[str], strength: float
) -> tuple[Any, Any]:
    from sklearn.svm import LinearSVC

    new = partial(LinearSVC, C=strength, random_state=0)
    if len(labels) < 3:  # one margin for both
        model = new().fit(matrix, [example.labels[0] == labels[-1] for example in examples])
        weights, bias = MARGINS * model.coef_.T, MARGINS * model.intercept_
        return np.hstack([-weights, weights]), np.hstack([-bias, bias])
    weights, bias = _each(matrix, examples, labels, new)
    return MARGINS * weights, MARGINS * bias


def _fit_several(
    matrix: Any, examples: Sequence[Example], labels: Sequence[str], strength: float
) -> tuple[Any, Any]:
    from sklearn.linear_model import LogisticRegression

    new = partial(
        LogisticRegression,
        C=strength,
        solver="liblinear",
        dual=True,
        tol=TOLERANCE,
        class_weight={True: 3, False: 1},
        random_state=0,
    )
    return _each(matrix, examples, labels, new)


def _each(
    matrix: Any, examples: Sequence[Example], labels: Sequence[str], new: Callable[[], Any]
) -> tuple[Any, Any]:
    """A model a label, against all the others."""
    taught = [set(example.labels) for example in examples]
    signs = (np.array([label in those for those in taught]) for label in labels)
    models = on_all_cores(partial(_fitted, new), matrix, signs)
    weights = np.stack([model.coef_[0] for model in models], axis=1)
    return weights, np.array([model.intercept_[0] for model in models])


def _fitted(new: Callable[[], Any], matrix: Any, signs: Any) -> Any:
    return new().fit(matrix, signs)
