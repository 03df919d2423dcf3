"""Examples as a table that heads are fitted to."""

from __future__ import annotations

import pytest

from vigie.nlu.table import learned_table, table_of

ROWS = [("a", "b", "a"), ("b", "c"), ("b", "a", "d"), ()]


def test_a_feature_counts_once_and_rows_are_of_length_one() -> None:
    table, columns = learned_table(ROWS, least=2)
    assert list(columns) == ["b", "a"]  # the most frequent first, the rare left out
    half = pytest.approx(0.5**0.5)
    assert table.toarray().tolist() == [[half, half], [1, 0], [half, half], [0, 0]]


def test_what_is_served_is_told_as_what_was_learned() -> None:
    table, columns = learned_table(ROWS, least=2)
    assert (table_of(ROWS, columns) != table).nnz == 0
    assert table_of([("new", "a")], columns).toarray().tolist() == [[0, 1]]


def test_nothing_is_a_table_too() -> None:
    table, columns = learned_table([(), ()], least=1)
    assert table.shape == (2, 0) and columns == {}
