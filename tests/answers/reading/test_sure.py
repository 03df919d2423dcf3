"""How likely the best of the readings is right, by the scores of all."""

from __future__ import annotations

import pytest

from vigie.answers.reading.sure import NOTHING, share

HEAT = 0.5


def test_the_further_the_others_are_behind_the_surer_it_is() -> None:
    assert share([0, -1], HEAT) < share([0, -4], HEAT) < share([0, -9], HEAT)
    assert share([0, -4, -4], HEAT) < share([0, -4], HEAT)


def test_one_that_is_alone_is_sure_only_if_it_is_likely() -> None:
    assert share([0], HEAT) > 4
    assert share([NOTHING - 1], HEAT) < 0 < share([NOTHING + 1], HEAT)


@pytest.mark.parametrize("best", [0.0, -6.0])
def test_one_more_reading_never_makes_the_best_surer(best: float) -> None:
    assert share([best, best - 20], HEAT) <= share([best], HEAT)
