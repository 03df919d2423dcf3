"""Percentiles, medians of rounds, growth."""

import pytest

from evaluation.bench.stats import growth, middle, percentile, quarters, summary


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([3], 0.5, 3),
        ([1, 2], 0.5, 1),
        ([1, 2, 3], 0.5, 2),
        ([4, 1, 3, 2], 0.95, 4),
        (list(range(1, 101)), 0.95, 95),
        (list(range(1, 101)), 0.99, 99),
        (list(range(1, 1001)), 0.999, 999),
        ([5, 6], 0, 5),
        ([5, 6], 1, 6),
    ],
)
def test_a_percentile_is_one_of_the_values(
    values: list[float], share: float, expected: float
) -> None:
    assert percentile(values, share) == expected


@pytest.mark.parametrize(("values", "share"), [([], 0.5), ([1.0], 1.5), ([1.0], -0.1)])
def test_no_percentile_of_nothing(values: list[float], share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        percentile(values, share)


def test_seconds_become_milliseconds() -> None:
    assert summary([0.001, 0.002, 0.003, 1.0]) == {"p50": 2.0, "p95": 1000.0, "p99": 1000.0}


def test_the_median_of_rounds_forgets_a_noisy_one() -> None:
    rounds = [{"p50": 5.0}, {"p50": 50.0}, {"p50": 6.0}]
    assert middle(rounds) == {"p50": 6.0}


def test_quarters_leave_the_warm_up_out() -> None:
    assert quarters([10, 50, *[100] * 8], warm_up=2) == (100, 100)
    assert quarters([*[100] * 4, *[110] * 4], warm_up=0) == (100, 110)
    assert growth([*[100] * 4, *[110] * 4], warm_up=0) == pytest.approx(0.1)
    with pytest.raises(ValueError, match="too few"):
        quarters([1] * 9, warm_up=2)
