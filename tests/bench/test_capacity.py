"""docs/capacity.md shows what follows from turn.json, and the arithmetic is right."""

from __future__ import annotations

import json

import pytest

from evaluation.bench import capacity, capacity_page

COSTS = {
    "cpu_ms_per_turn": {"replica": 6.0, "redis": 0.6, "proxy": 0.3},
    "redis_commands_per_turn": 10,
    "redis_network_bytes_per_turn": 1_000,
    "redis_bytes_per_conversation": 20_000,
    "reply_bytes": 900,
    "memory_mb": {"replica": 300, "redis": 20, "proxy": 10},
}


def test_the_page_is_made_from_the_measurements() -> None:
    text = capacity_page.PAGE.read_text("utf-8")
    costs = json.loads(capacity_page.COSTS.read_text("utf-8"))
    assert text == capacity_page.filled(text, costs), "run python -m evaluation.bench.capacity_page"


def test_one_thousand_turns_a_second_by_hand() -> None:
    found = capacity.need(1_000, COSTS)
    assert found.replica_cores == pytest.approx(10)  # 1000 x 6 ms = 6 s a second, at 60 %
    assert found.replicas == 10
    assert found.redis_cores == pytest.approx(1)
    assert found.commands == 10_000
    assert found.kept == 1_200_000
    assert found.redis_bytes == pytest.approx(24.02e9)
    assert found.sockets == 100_000
    assert found.memory_bytes == pytest.approx(10 * 300e6 + 2 * 24.02e9 + 10e6)
    # 10 + 1 + 0.5 cores at 0.035, 51.05 GB at 0.0045, 730 hours.
    assert found.euros == pytest.approx(730 * (11.5 * 0.035 + 51.05 * 0.0045))


def test_little_still_takes_two_replicas() -> None:
    assert capacity.need(1, COSTS).replicas == 2


def test_what_breaks_first_comes_first() -> None:
    found = capacity.limits(COSTS)
    rates = [rate for rate, _, _ in found]
    assert rates == sorted(rates)
    by_name = {what: rate for rate, what, _ in found}
    (memory,) = (rate for what, rate in by_name.items() if "maxmemory" in what)
    assert memory == pytest.approx((1 << 30) / 20_000 / 3_600 * 3)
