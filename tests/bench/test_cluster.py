"""The cluster bench: what it reads, what it finds fault with, what it writes."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from evaluation.bench.cluster import report, scripts, soak, topology
from evaluation.bench.cluster.load import command, parse
from evaluation.bench.cluster.seen import Seen

FINE: dict[str, Any] = {"answered": 9, "failed": 0, "wrong": 0, "without_context": 0}
GOOD: dict[str, Any] = {
    "throughput": {"ratio": 1.8},
    "troubles": {
        "people": 8,
        **{
            name: {"rest": dict(FINE), "sockets": dict(FINE)}
            for name in ("calm", "kill", "roll", "redis")
        },
    },
}


def test_the_summary_of_wrk_is_read() -> None:
    summary = '{"requests": 30, "seconds": 2.0, "errors": 1, "p50": 1.5, "p95": 2, "p99": 3}'
    load = parse(f"Running 2s test\n  noise {{}}\n{summary}\n")
    assert (load.throughput, load.errors, load.p50) == (15.0, 1, 1.5)
    with pytest.raises(RuntimeError, match="no such file"):
        parse("Running 2s test\n", "no such file")


def test_wrk_is_bound_to_its_processors(tmp_path: Path) -> None:
    assert command(1, tmp_path, 16, 15, [1, 2])[:4] == ["taskset", "-c", "1,2", "wrk"]
    assert command(1, tmp_path, 16, 15)[0] == "wrk"


async def test_only_conversations_that_need_their_context_are_kept() -> None:
    async def ask(sender: str, text: str) -> list[str]:
        knows = sender == "learn-0"
        return [f"{text}, sachant de quoi" if knows and text == "et lui ?" else text]

    found = await scripts.learn(ask, [["qui ?", "et lui ?"], ["qui ?", "merci"]])
    assert [script.turns for script in found] == [("qui ?", "et lui ?")]
    assert found[0].replies[1] == ("et lui ?, sachant de quoi",)


def test_the_development_cases_hold_conversations() -> None:
    assert len(scripts.conversations()) > 20


def changed(path: str, value: Any) -> dict[str, Any]:
    content = copy.deepcopy(GOOD)
    *where, last = path.split(".")
    inner = content
    for name in where:
        inner = inner[name]
    inner[last] = value
    return content


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("throughput.ratio", 1.69, "1.69 fois"),
        ("troubles.kill.sockets.wrong", 1, "perdues"),
        ("troubles.kill.sockets.failed", 1, "en échec"),
        ("troubles.kill.rest.failed", 9, "plus d’une requête"),
        ("troubles.roll.rest.failed", 1, "en échec"),
        ("troubles.redis.rest.failed", 1, "en échec"),
    ],
)
def test_what_was_asked_and_not_reached_is_said(path: str, value: Any, said: str) -> None:
    assert report.faults(GOOD) == []
    (fault,) = report.faults(changed(path, value))
    assert said in fault


def test_what_a_dead_replica_was_answering_may_fail() -> None:
    assert report.faults(changed("troubles.kill.rest.failed", 8)) == []


def test_a_leak_of_a_replica_is_found() -> None:
    samples = [
        {"memory_mb": {"réplique 1": 300 + (n if n > 30 else 0), "redis": 20}} for n in range(60)
    ]
    content = {"growth": soak.judged(samples), "rest": FINE, "sockets": FINE}
    (fault,) = report.soak_faults(content)
    assert "réplique 1" in fault
    assert report.soak_faults({**content, "growth": {"réplique 1": 0.01}}) == []


def test_the_endpoints_of_the_soak_forget_soon(tmp_path: Path) -> None:
    text = soak.endpoints(tmp_path).read_text("utf-8")
    assert f"record_exp: {soak.EXPIRY_SECONDS}" in text


def test_helpers_leave_a_lone_replica_its_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topology, "cores", lambda: [0, 1])
    assert (topology.helpers(1), topology.helpers(2)) == ([1], [0, 1])
    monkeypatch.setattr(topology, "cores", lambda: [0, 1, 2, 3])
    assert topology.helpers(1) == topology.helpers(2) == [2, 3]


def test_times_are_summed_up() -> None:
    seen = Seen()
    for _ in range(3):
        seen.note(0.0, True)
    seen.seconds = [0.1, 0.2, 0.3]
    assert {k: seen.as_data()[k] for k in ("answered", "p50_ms", "longest_ms")} == {
        "answered": 3,
        "p50_ms": 200.0,
        "longest_ms": 300.0,
    }
    assert "p50_ms" not in Seen().as_data()


def test_the_tables_come_between_their_markers(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n", "utf-8")
    report.rewrite(tmp_path)
    assert path.read_text("utf-8") == f"before\n{report.BEGIN}\n\n{report.END}\nafter\n"


def test_the_readme_shows_the_results_that_are_there() -> None:
    folder = Path(report.__file__).parent
    text = (folder / "README.md").read_text("utf-8")
    assert f"{report.BEGIN}\n{report.tables(folder)}\n{report.END}" in text
