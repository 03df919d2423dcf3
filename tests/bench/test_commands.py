"""The commands from end to end, with a bot that starts at once in place of the real ones."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from evaluation.bench import bots
from evaluation.bench.__main__ import app
from evaluation.bench.serving import Bot

SMALL = Path(__file__).with_name("small_bot.py")


@pytest.fixture(autouse=True)
def small_bots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def small(name: str = "vigie", **_: str) -> Bot:
        return Bot(name, [sys.executable, str(SMALL), "{port}"], tmp_path, counts=True)

    names = ("vigie", "vigie-heavy", "stock", "floor")
    monkeypatch.setattr(bots, "vigie", small)
    monkeypatch.setattr(bots, "rasa", small)
    monkeypatch.setattr(bots, "trained", lambda say, fresh: dict.fromkeys(names, 1.0))
    monkeypatch.setattr(bots, "CACHE", tmp_path / "cache")


def results_of(command: list[str], folder: Path) -> dict[str, Any]:
    done = CliRunner().invoke(app, [*command, "--output", str(folder)])
    # Equal bots miss the targets; memory may grow in so few conversations. Both are said.
    assert done.exception is None or "memory grew" in str(done.exception), done.output
    assert (folder / f"{command[0]}.svg").stat().st_size < 200_000
    content: dict[str, Any] = json.loads((folder / f"{command[0]}.json").read_text("utf-8"))
    return content


def test_compare_measures_every_bot_and_judges_them(tmp_path: Path) -> None:
    command = ["compare", "--rounds", "2", "--starts", "2", "--questions", "10"]
    content = results_of(command, tmp_path)
    assert set(content["bots"]) == {"vigie", "vigie-heavy", "stock", "floor"}
    for bot in content["bots"].values():
        assert (bot["errors"], bot["failed_turns"], bot["empty_replies"]) == (0, 0, 0)
        assert set(bot["throughput"]) == {"1", "8", "32"}
        assert len(bot["rounds"]["ready_seconds"]) == 2
        assert len(bot["rounds"]["latency_ms"]) == 2
        assert bot["latency_ms"]["p50"] > 0 and bot["memory_mb"]["after"] > 1
    assert len(content["targets"]) == 7
    assert len(content["machine"]["load_average_each_round"]) == 2


def test_the_soak_holds_all_conversations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluation.bench.soak.SAMPLES", 16)
    content = results_of(["soak", "--conversations", "160"], tmp_path)
    assert content["conversations"] == 160
    assert content["unanswered"] == content["failed_turns"] == 0
    assert len(content["samples"]) == 16


def test_the_soak_stops_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluation.bench.soak.judged", lambda samples: {})
    done = CliRunner().invoke(
        app, ["soak", "--conversations", "1000", "--minutes", "0", "--output", str(tmp_path)]
    )
    assert "Stopped after 0 minutes" in done.output
