"""What the comparisons add to a head: the mean vector of a message beside its n-grams."""

from __future__ import annotations

from unittest import mock

import numpy as np

from evaluation.vectors import Fitting, Vectors, WithVectors
from vigie.nlu import linear
from vigie.nlu.linear import Example

# "camion" and "autocar" mean the same; no example teaches the second.
VECTORS = Vectors(
    {"camion": 0, "autocar": 0, "banque": 1}, np.array([[1.0, 0.0], [0.0, 1.0]], np.float32)
)
TAUGHT = [
    Example(("w:camion", "w:jaune"), ("transport",)),
    Example(("w:camion", "w:vert"), ("transport",)),
    Example(("w:banque", "w:jaune"), ("finance",)),
    Example(("w:banque", "w:vert"), ("finance",)),
]


def trained(name: str, several: bool) -> WithVectors:
    fitting = Fitting(getattr(linear, name), VECTORS)
    with mock.patch.object(linear, name, fitting):
        return fitting.head(linear.train(TAUGHT, several=several))


def test_a_word_that_was_not_taught_is_known_by_its_neighbour() -> None:
    for head in (trained("_fit_one", False), trained("_fit_several", True)):
        assert head.ranked(["w:autocar"])[0][0] == "transport"
        assert head.ranked(["w:banque"])[0][0] == "finance"


def test_the_mean_leaves_out_what_says_nothing() -> None:
    assert VECTORS.mean(["le", "camion", "inconnu"]).tolist() == [1.0, 0.0]
    assert VECTORS.mean(["le"]).tolist() == [0.0, 0.0]
