"""Tables and verdicts, from made results."""

from typing import Any

from evaluation.bench import targets
from evaluation.bench.tables import compared, grown, judged, machine, profiled, soaked, table


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


def test_a_table_is_aligned() -> None:
    assert table(("a", "long"), [("x", 1.25), ("yy", 3)]) == (
        "| a  | long |\n|----|------|\n| x  | 1.25 |\n| yy | 3    |"
    )


def test_each_target_has_its_verdict() -> None:
    met = {one["what"]: one["met"] for one in targets.compared(RESULTS)}
    assert len(met) == 7
    assert all(met.values())


def test_a_ratio_past_its_limit_is_said() -> None:
    slow = {**RESULTS, "vigie": bot(9, 150, 510, 13)}
    missed = [one for one in targets.compared(slow) if not one["met"]]
    assert [one["ratio"] for one in missed] == [0.225, 3.6, 5.0, 0.51, 0.26]
    assert judged(missed).count("**no**") == 5
    assert "≥ 6" in judged(missed)


def test_every_bot_has_a_line() -> None:
    lines = compared(RESULTS).splitlines()
    assert len(lines) == 2 + len(RESULTS)
    assert "bot of `rasa init`" in lines[4]
    assert "12.3" in lines[4]


def test_every_size_has_a_line() -> None:
    row = {
        "made_agencies": 10,
        "check_seconds": 3.0,
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


def test_growth_is_judged_by_the_smallest_and_the_largest() -> None:
    sizes = [
        {"made_agencies": n, "latency_ms": {"p50": real}, "made_ms": {"p50": made}}
        for n, real, made in ((0, 4.0, 4.0), (100, 20.0, 20.0), (10_000, 6.0, 10.0))
    ]
    assert [(v["ratio"], v["met"]) for v in targets.grown(sizes)] == [(1.5, True), (2.5, False)]


def test_the_soak_is_judged_by_memory_and_work() -> None:
    quarters = {"memory": [300.0, 312.0], "latency": [5.0, 5.1], "cpu": [4.0, 4.4]}
    growths = {"memory_growth": 0.04, "latency_growth": 0.02, "cpu_growth": 0.1}
    assert [one["met"] for one in targets.soaked(growths)] == [True, False]
    assert "+10.0 %" in soaked({"quarters": quarters, **growths}).splitlines()[4]


def test_the_dearest_stage_comes_first_and_all_is_the_sum() -> None:
    lines = profiled({"a": 1.0, "b": 3.0}).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["b", "a", "all"]
    assert "75 %" in lines[2]
    assert "| 4 " in lines[4]


def test_figures_taken_beside_other_work_say_so() -> None:
    quiet = {
        "commit": "abc",
        "changed_files": 0,
        "date": "2026-11-26T02:45:00+00:00",
        "cpus": 2,
        "cpu_models": {"Some CPU": 2},
        "memory_gb": 25.1,
        "load_average": [1.5, 9.0, 9.0],
    }
    assert machine(quiet) == (
        "Commit abc, 2026-11-26 02:45 UTC, 2 x Some CPU, 25 GB; load average before: 1.5."
    )
    assert "Preliminary" in machine({**quiet, "load_average": [9.0, 1.0, 1.0]})
