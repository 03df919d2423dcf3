"""Weights by which the right candidate of each choice is the likeliest."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from evaluation.softmax import Choices, fitted


def choices(rows: list[list[float]], choice: list[int], right: list[bool]) -> Choices:
    return Choices(csr_matrix(np.array(rows)), np.array(choice), np.array(right))


TOLD = choices(
    [[1, 0], [0, 1], [1, 1], [1, 0], [0, 0], [0, 1]],
    [0, 0, 1, 1, 2, 2],
    [False, True, True, False, False, True],
)
"""The second feature tells what is right."""


def test_what_tells_the_right_one_gets_the_weight() -> None:
    weights = fitted(TOLD, np.zeros(2), np.full(2, 0.1), 50)
    assert weights[1] > 0.5 > abs(weights[0])
    assert TOLD.right[TOLD.best(weights)].all()


def test_a_dear_weight_stays_where_it_was() -> None:
    assert np.allclose(
        fitted(TOLD, np.array([0.3, 0.2]), np.full(2, 1e6), 50), [0.3, 0.2], atol=1e-4
    )


def test_a_choice_without_a_right_one_teaches_nothing() -> None:
    lost = choices([[1, 0], [0, 1]], [0, 0], [False, False])
    assert np.allclose(fitted(lost, np.array([0.3, 0.2]), np.full(2, 0.1), 50), [0.3, 0.2])


def test_the_first_of_equals_is_the_best() -> None:
    assert list(TOLD.best(np.zeros(2))) == [0, 2, 4]
