"""Tables of weights come back as they were, whether written whole or without what is zero."""

from __future__ import annotations

import numpy as np
import pytest

from vigie.nlu.packing import Mixed, Weights, packed, summed, unpacked, whole

FULL = np.array([[1, 0, -2], [0.5, 3, 4]], np.float16)
EMPTY = np.zeros((4, 9), np.float16)
SPARSE = EMPTY.copy()
SPARSE[0, 8], SPARSE[2, 0], SPARSE[2, 3] = 1.5, -2, 0.25


@pytest.mark.parametrize("weights", [FULL, EMPTY, SPARSE], ids=["full", "empty", "sparse"])
def test_what_is_packed_is_unpacked(weights: Weights) -> None:
    found = whole(unpacked(packed(weights)))
    assert found.dtype == np.float16
    assert found.tolist() == weights.tolist()


def test_only_a_table_that_is_nearly_empty_is_written_without_its_zeros() -> None:
    assert set(packed(FULL)) == {"weights"}
    assert packed(SPARSE)["values"].tolist() == [1.5, -2, 0.25]


def test_rows_are_added_up_alike_whether_they_are_kept_whole_or_not() -> None:
    """One row is nearly full, others hold little, one nothing."""
    weights = np.zeros((5, 9), np.float16)
    weights[1] = np.arange(9)
    weights[3, 4], weights[4, 0] = 7, -2
    table = unpacked(packed(weights))
    assert isinstance(table, Mixed) and len(table.full) == 1 and len(table.values) == 2
    for rows in ([0], [1], [3, 4], [0, 1, 2, 3, 4], [4, 4]):
        assert summed(table, np.array(rows)).tolist() == weights[rows].sum(axis=0).tolist()
