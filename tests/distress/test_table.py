"""The messages as a table are what a head counts of them when it serves."""

from __future__ import annotations

import math

import numpy as np

from vigie.distress.features import forms
from vigie.distress.learn import head
from vigie.distress.table import Case, table

TEXTS = ["aide moi aide", "aidez moi vite", "bonjour", "bonjour a vous"]


def cases() -> list[Case]:
    return [(forms(text), ("r:cry",) if "aid" in text else (), "") for text in TEXTS]


def test_the_words_share_their_length_and_what_is_beside_counts_in_full() -> None:
    matrix, columns = table(cases(), pieces=True, least=1)
    rows = matrix.toarray()
    beside = columns.index("r:cry")
    assert rows[:, beside].tolist() == [1, 1, 0, 0]
    counts = rows[2] / rows[2].max()
    assert math.isclose(rows[2].max(), counts.sum() ** -0.5)
    assert "w:bonjour" in columns and "_bonj" in columns and "b:^ bonjour" in columns


def test_what_is_rare_is_left_out_and_the_frequent_stand_first() -> None:
    matrix, columns = table(cases(), pieces=False, least=2)
    assert "w:vite" not in columns and "w:moi" in columns
    often = np.bincount(matrix.indices, minlength=len(columns))[: columns.index("r:cry")]
    assert (np.diff(often) <= 0).all() and often.min() >= 2


def test_a_head_that_serves_counts_alike() -> None:
    some = [(found, given, "call" if given else "") for found, given, _ in cases()]
    made = head(some, ("call",), pieces=True, least=1)
    matrix, columns = table(some, pieces=True, least=1)
    weights = np.array([made.rows.get(name, (0.0,))[0] for name in columns])
    for row, (found, given, _) in zip(matrix.toarray(), some):
        (told,) = made.logits(found, given)
        # A head that serves counts no features whose weight is nothing.
        assert math.isclose(told, made.bias[0] + row @ weights, abs_tol=0.05)
