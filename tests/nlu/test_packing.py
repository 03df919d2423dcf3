"""Tables of weights come back as they were, whether written whole or without what is zero."""

from __future__ import annotations

import numpy as np
import pytest

from vigie.nlu.packing import Weights, packed, unpacked

FULL = np.array([[1, 0, -2], [0.5, 3, 4]], np.float16)
EMPTY = np.zeros((4, 9), np.float16)
SPARSE = EMPTY.copy()
SPARSE[0, 8], SPARSE[2, 0], SPARSE[2, 3] = 1.5, -2, 0.25


@pytest.mark.parametrize("weights", [FULL, EMPTY, SPARSE], ids=["full", "empty", "sparse"])
def test_what_is_packed_is_unpacked(weights: Weights) -> None:
    found = unpacked(packed(weights))
    assert found.dtype == np.float16
    assert found.tolist() == weights.tolist()


def test_only_a_table_that_is_nearly_empty_is_written_without_its_zeros() -> None:
    assert set(packed(FULL)) == {"weights"}
    assert packed(SPARSE)["values"].tolist() == [1.5, -2, 0.25]
