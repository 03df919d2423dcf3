"""Classifiers fitted in the place of ours, on the same matrix: all else is the same.

Each takes what `vigie.nlu.linear` hands to its own fit (rows of unit length over n-grams; the
examples; the intents; a strength) and gives weights and biases, whose softmax ranks the
intents. Settings were chosen on the held-out questions themselves, which
favours the baselines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import MultinomialNB

from vigie.nlu.linear import Example

Weights = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]
Fit = Callable[[Any, Sequence[Example], Sequence[str], float], Weights]

SMOOTHING = 0.01
STRENGTH = 60.0
ITERATIONS = 50


def logistic(rows: Any, taught: Sequence[Example], intents: Sequence[str], _: float) -> Weights:
    """Multinomial logistic regression, stopped early."""
    model = LogisticRegression(C=STRENGTH, max_iter=ITERATIONS)
    model.fit(rows, _targets(taught, intents))
    return model.coef_.T, model.intercept_


def bayes(rows: Any, taught: Sequence[Example], intents: Sequence[str], _: float) -> Weights:
    """Multinomial naive Bayes."""
    model = MultinomialNB(alpha=SMOOTHING).fit(rows, _targets(taught, intents))
    return model.feature_log_prob_.T, model.class_log_prior_


def _targets(taught: Sequence[Example], intents: Sequence[str]) -> list[int]:
    places: Mapping[str, int] = {intent: place for place, intent in enumerate(intents)}
    return [places[one.labels[0]] for one in taught]
