"""Packed tables hold what dictionaries of rows would."""

from __future__ import annotations

import pytest

from vigie.distress.packed import Numbers, Packed


def test_each_head_keeps_its_own_rows_of_features_that_all_number_alike() -> None:
    numbers: Numbers = {}
    one = Packed(numbers, ["w:aide", "w:moi"], [0.5, 1.0, -2.0, 0.25], 2)
    other = Packed(numbers, ["w:non", "w:moi"], [4.0, 8.0], 1)
    assert dict(one) == {"w:aide": (0.5, 1.0), "w:moi": (-2.0, 0.25)}
    assert dict(other) == {"w:moi": (8.0,), "w:non": (4.0,)}
    assert numbers == {"w:aide": 0, "w:moi": 1, "w:non": 2}


def test_what_a_head_does_not_know_has_no_row() -> None:
    numbers: Numbers = {}
    one = Packed(numbers, ["w:aide"], [0.5], 1)
    Packed(numbers, ["w:non"], [4.0], 1)  # known to another, numbered after all of this one
    for unknown in ("w:non", "w:jamais"):
        assert unknown not in one and one.get(unknown) is None
        with pytest.raises(KeyError):
            one[unknown]
    assert len(one) == 1
