"""Weights under which the right one of several has most of the probability."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Choices:
    """Choices between candidates, a row a candidate; those of a choice follow each other."""

    table: Any
    """(candidates, features), sparse or not."""
    choice: Integers
    """The choice to which each candidate belongs, from 0."""
    right: npt.NDArray[np.bool_]

    @property
    def first(self) -> Integers:
        """The row of the first candidate of each choice."""
        return np.flatnonzero(np.diff(self.choice, prepend=-1))

    def best(self, weights: Floats) -> Integers:
        """The row of the candidate with the highest score in each choice."""
        scores = self.table @ weights
        order = np.lexsort((np.arange(len(scores)), -scores, self.choice))
        return np.asarray(order[self.first])


def fitted(choices: Choices, start: Floats, dear: Floats, rounds: int) -> Floats:
    """The weights, from `start`; how `dear` it is to leave each, per unit squared. Choices where
    all or none is right teach nothing."""
    first, choice, right = choices.first, choices.choice, choices.right
    good = np.add.reduceat(right.astype(float), first)
    telling = (good > 0) & (good < np.diff(first, append=len(choice)))
    turned = choices.table.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = choices.table @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, first)[choice])
        whole = np.add.reduceat(powers, first)
        kept = np.where(right, powers, 0.0)
        held = np.maximum(np.add.reduceat(kept, first), 1e-30)
        away = weights - start
        value = -float(np.log(held[telling] / whole[telling]).sum())
        slope = (powers / whole[choice] - kept / held[choice]) * telling[choice]
        gradient: Floats = turned @ slope + 2 * dear * away
        return value + float((dear * away**2).sum()), gradient

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    return np.asarray(found.x)
