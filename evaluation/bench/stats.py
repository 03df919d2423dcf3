"""The few statistics that the tables show. All are pure."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median


def percentile(values: Sequence[float], share: float) -> float:
    """The least of `values` that at least `share` (0 to 1) of them do not exceed.

    Raises:
        ValueError: there are no values, or `share` is no share.
    """
    if not values or not 0 <= share <= 1:
        raise ValueError("values and a share from 0 to 1 are needed")
    ordered = sorted(values)
    rank = -(-len(ordered) * round(share * 1_000_000) // 1_000_000)  # rounded up
    return ordered[max(rank, 1) - 1]


def summary(seconds: Sequence[float]) -> dict[str, float]:
    """p50, p95 and p99 in milliseconds."""
    return {
        f"p{share}": round(percentile(seconds, share / 100) * 1000, 2) for share in (50, 95, 99)
    }


def middle(rows: Sequence[dict[str, float]]) -> dict[str, float]:
    """The median of each key over several rounds."""
    return {key: round(median(row[key] for row in rows), 2) for key in rows[0]}


def quarters(values: Sequence[float], warm_up: int) -> tuple[float, float]:
    """The medians of the first and of the last quarter of `values` after `warm_up` of them.

    Raises:
        ValueError: fewer than eight values are left after the warm-up.
    """
    kept = list(values[warm_up:])
    if len(kept) < 8:
        raise ValueError("too few values after the warm-up")
    quarter = len(kept) // 4
    return median(kept[:quarter]), median(kept[-quarter:])


def growth(values: Sequence[float], warm_up: int) -> float:
    """How much the last quarter lies above the first one, as a share: 0.05 is 5 %.

    Raises:
        ValueError: fewer than eight values are left after the warm-up.
    """
    first, last = quarters(values, warm_up)
    return last / first - 1
