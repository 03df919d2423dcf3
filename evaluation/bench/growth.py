"""What growing costs: the same project with 0 to 10,000 made agencies beside the real ones."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evaluation.bench import bots, synthetic
from evaluation.bench.client import Client
from evaluation.bench.machine import ROOT
from evaluation.bench.serving import Bot, Served
from evaluation.bench.stats import middle, summary
from vigie.project import Project
from vigie.training import manifest

SIZES = (0, 10, 100, 1_000, 10_000)
ROUNDS = 5
PARTS = ("actions", "data", "knowledge")
FILES = ("config.yml", "credentials.yml", "domain.yml", "endpoints.yml")
LISTED = "Quels organismes connais-tu ?"
"""Answered by all of them: the one reply whose length grows, and so is measured apart."""


def copy_project(folder: Path, number: int) -> Path:
    """The project without its code, with `number` made agencies more; its folder."""
    for name in PARTS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    synthetic.add(folder / "knowledge", number)
    return folder


async def measure(
    sizes: Sequence[int], asked: Sequence[str], folder: Path, say: Callable[[str], None]
) -> list[dict[str, Any]]:
    """A row for each size. All trained servers run at once, and are asked in turns.

    Args:
        sizes: how many made agencies each project has.
        asked: questions about the real ones, the same at each size.
        folder: where the projects are made; emptied at the end.
        say: is told of the progress.
    """
    rows: list[dict[str, Any]] = []
    servers: list[Served] = []
    try:
        for size in sizes:
            project = copy_project(folder / str(size), size)
            checked = bots.run_timed([sys.executable, "-m", "vigie", "check"], project)
            say(f"Training with {size:,} made agencies...")
            training = _train(project, size)
            archive = manifest.current(Project(project))
            command = [sys.executable, "-m", "vigie", "serve"]
            bot = Bot(f"growth-{size}", command, project, {"PORT": "{port}"}, counts=True)
            served = Served(bot, folder / f"{size}.log")
            servers.append(served.__enter__())
            rows.append(
                {
                    "made_agencies": size,
                    "check_seconds": round(checked, 1),
                    "training_seconds": round(training, 1),
                    "archive_mb": round(archive.stat().st_size / 1e6, 2),
                    "ready_seconds": round(served.ready_seconds, 2),
                }
            )
            say(json.dumps(rows[-1]))
        for served, row in zip(servers, rows):
            async with Client(served.url) as client:
                await client.ask(asked, len(asked), 4)
            row["rounds"] = []
        for _ in range(ROUNDS):
            for served, row in zip(servers, rows):
                row["rounds"].append(await _ask(served, row["made_agencies"], asked))
        for served, row in zip(servers, rows):
            row["memory_mb"] = served.memory_mb()
            row["failed_turns"] = served.failed_turns()
            row["latency_ms"] = middle([one["real"] for one in row["rounds"]])
            row["made_ms"] = middle([one["made"] for one in row["rounds"]])
            row["whole_list_ms"] = middle([one["list"] for one in row["rounds"]])
            say(json.dumps({key: value for key, value in row.items() if key != "rounds"}))
    finally:
        for served in servers:
            served.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return rows


def _train(project: Path, size: int) -> float:
    """Seconds of training; the project as it is has its model already."""
    if not size:
        shutil.copytree(ROOT / "models", project / "models")
        found = manifest.read(project / "models")
        if found is not None and manifest.fits(Project(project)):
            return found.seconds
    return bots.run_timed([sys.executable, "-m", "vigie", "train"], project)


async def _ask(served: Served, size: int, asked: Sequence[str]) -> dict[str, Any]:
    """One round: p50, p95 and p99 of questions on real and on made agencies, and of the list."""
    made = synthetic.questions(size) or list(asked)[:60]
    found = {}
    async with Client(served.url) as client:
        await client.ask(asked, 8, 1)
        for name, texts in (("real", asked), ("made", made), ("list", [LISTED] * 10)):
            burst = await client.ask(texts, min(len(texts), 200), 1)
            if burst.errors or burst.empty:
                missed = burst.errors + burst.empty
                raise RuntimeError(f"{served.bot.name} left {missed} messages without an answer")
            found[name] = summary(burst.latencies)
    return found
