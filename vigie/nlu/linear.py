"""Linear models over named features: trained with scikit-learn, served with numpy alone.

Both heads (intents: one of many; topics: each on its own) are a table of weights, a row a
feature. Saved as npz and JSON: no pickle, nothing to execute.
"""

from __future__ import annotations

import warnings
from collections import Counter
from dataclasses import dataclass
from typing import Any, Iterable, Sequence

import numpy as np
import numpy.typing as npt

ITERATIONS = 50
"""Of the solver: accuracy is flat from 40 on, at a fifth of the time to convergence."""
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Example:
    """What a head is taught: sparse feature names, a dense vector, and its labels."""

    features: tuple[str, ...]
    dense: Floats
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Linear:
    """Weights of one head. `several` tells sigmoids (topics) from a softmax (intents)."""

    labels: tuple[str, ...]
    vocabulary: dict[str, int]
    weights: Floats
    """(features, labels)"""
    dense_weights: Floats
    """(dimensions of the vector, labels)"""
    bias: Floats
    several: bool

    def scores(self, features: Iterable[str], dense: Floats) -> Floats:
        """Probability of each label, in the order of `labels`."""
        rows = set(map(self.vocabulary.get, features)) - {None}
        logits = self.bias + dense @ self.dense_weights
        if rows:
            picked = np.fromiter(rows, dtype=np.int64, count=len(rows))
            logits = logits + self.weights[picked].sum(axis=0) / np.sqrt(len(rows))
        if self.several:
            return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)
        powers = np.exp(logits - logits.max())
        return np.asarray(powers / powers.sum(), dtype=np.float32)

    def ranked(self, features: Iterable[str], dense: Floats) -> list[tuple[str, float]]:
        """Labels with their probability, the most likely first."""
        scores = self.scores(features, dense)
        return [(self.labels[i], float(scores[i])) for i in np.argsort(-scores, kind="stable")]


def train(
    examples: Sequence[Example],
    *,
    several: bool,
    least: int = 2,
    strength: float = 6.0,
    dense_scale: float = 1.0,
) -> Linear:
    """Fit a head. `least`: examples that a feature must stand in; `strength`: scikit-learn's C."""
    seen = Counter(f for example in examples for f in set(example.features))
    vocabulary = {f: i for i, f in enumerate(sorted(f for f, n in seen.items() if n >= least))}
    labels = tuple(sorted({label for example in examples for label in example.labels}))
    matrix = _matrix(examples, vocabulary, dense_scale)
    fit = _fit_several if several else _fit_one
    weights, bias = fit(matrix, examples, labels, strength)
    size = len(vocabulary)
    return Linear(
        labels,
        vocabulary,
        weights[:size].astype(np.float32),
        (weights[size:] * dense_scale).astype(np.float32),
        bias.astype(np.float32),
        several,
    )


def _matrix(examples: Sequence[Example], vocabulary: dict[str, int], dense_scale: float) -> Any:
    from scipy.sparse import csr_matrix, hstack

    indptr, indices, data = [0], [], []
    for example in examples:
        rows = sorted({vocabulary[f] for f in example.features if f in vocabulary})
        indices.extend(rows)
        data.extend([len(rows) ** -0.5 if rows else 0.0] * len(rows))
        indptr.append(len(indices))
    sparse = csr_matrix((data, indices, indptr), shape=(len(examples), len(vocabulary)))
    dense = np.stack([example.dense for example in examples]) * dense_scale
    return hstack([sparse, csr_matrix(dense)]).tocsr()


def _fit_one(
    matrix: Any, examples: Sequence[Example], labels: Sequence[str], strength: float
) -> tuple[Any, Any]:
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression

    target = [labels.index(example.labels[0]) for example in examples]
    model = LogisticRegression(C=strength, max_iter=ITERATIONS)
    with warnings.catch_warnings():
        # Stopping early is meant: four times the iterations gave no better answers.
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(matrix, target)
    if len(labels) == 2:
        return np.stack([-model.coef_[0], model.coef_[0]], axis=1) / 2, np.array(
            [-1, 1]
        ) * model.intercept_ / 2
    return model.coef_.T, model.intercept_


def _fit_several(
    matrix: Any, examples: Sequence[Example], labels: Sequence[str], strength: float
) -> tuple[Any, Any]:
    from sklearn.linear_model import LogisticRegression

    weights, bias = np.zeros((matrix.shape[1], len(labels))), np.zeros(len(labels))
    for column, label in enumerate(labels):
        target = np.array([label in example.labels for example in examples])
        model = LogisticRegression(C=strength, solver="liblinear", class_weight={True: 3, False: 1})
        model.fit(matrix, target)
        weights[:, column], bias[column] = model.coef_[0], model.intercept_[0]
    return weights, bias
