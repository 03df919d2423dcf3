"""Tables and verdicts, from made results."""

from typing import Any

from evaluation.bench.tables import compared, grown, judged, table
from evaluation.bench.targets import verdicts


def bot(p50: float, at_eight: float, memory: float, ready: float) -> dict[str, Any]:
    return {
        "latency_ms": {"p50": p50, "p95": 2 * p50, "p99": 3 * p50},
        "throughput": {"1": 100.4, "8": at_eight, "32": 120.0},
        "cpu_ms_per_message": p50,
        "memory_mb": {"loaded": memory, "after": memory},
        "ready_seconds": ready,
        "training_seconds": 12.345,
    }


RESULTS = {
    "vigie": bot(5, 200, 300, 6),
    "vigie-heavy": bot(5, 200, 600, 12),
    "stock": bot(40, 30, 1000, 50),
    "floor": bot(2.5, 400, 500, 12),
}


def test_a_table_is_aligned_and_has_decimal_commas() -> None:
    assert table(("a", "long"), [("x", 1.25), ("yy", 3)]) == (
        "| a  | long |\n|----|------|\n| x  | 1,25 |\n| yy | 3    |"
    )


def test_each_target_has_its_verdict() -> None:
    met = {one["what"]: one["met"] for one in verdicts(RESULTS)}
    assert len(met) == 7
    assert all(met.values())


def test_a_ratio_past_its_limit_is_said() -> None:
    slow = {**RESULTS, "vigie": bot(9, 150, 310, 11)}
    missed = [one for one in verdicts(slow) if not one["met"]]
    assert [one["ratio"] for one in missed] == [0.225, 3.6, 5.0, 0.31, 0.22]
    assert judged(missed).count("NON") == 5
    assert "≥ 6" in judged(missed)


def test_every_bot_has_a_line() -> None:
    lines = compared(RESULTS).splitlines()
    assert len(lines) == 2 + len(RESULTS)
    assert "robot de rasa init" in lines[4]
    assert "12,3" in lines[4]


def test_every_size_has_a_line() -> None:
    row = {
        "made_agencies": 10,
        "training_seconds": 30.0,
        "archive_mb": 8.0,
        "ready_seconds": 6.0,
        "memory_mb": 250.2,
        "latency_ms": {"p50": 3.0, "p95": 5.0},
        "made_ms": {"p50": 3.5, "p95": 5.5},
        "whole_list_ms": {"p50": 4.0},
    }
    lines = grown([row, {**row, "made_agencies": 100}]).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["10", "100"]
