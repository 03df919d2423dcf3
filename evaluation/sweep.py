"""Try values of each threshold on held-out cases: python -m evaluation.sweep [FILE...].

Without FILE, the development cases. One threshold moves at a time; the
model is the trained one (`make train`). Writes results/thresholds.json and prints the table
of README.md. The last value of most is absurd on purpose: a threshold whose absurd value
changes few replies decides little, whatever the counts of the others say.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from vigie import judge
from vigie.commands.evaluate import TOKENS, Say, play
from vigie.commands.talk import open_talks
from vigie.judge import Judge, Verdict

FOLDER = Path(__file__).parent / "acceptance"
DEVELOPMENT = [FOLDER / "development.jsonl", FOLDER / "development2.jsonl"]
KNOBS: dict[str, tuple[str, tuple[float, ...]]] = {
    "TOPIC_CERTAIN": ("vigie.nlu.understanding", (0.3, 0.36, 0.42, 0.48, 0.6, 2.0)),
    "TOPIC_ALSO": ("vigie.nlu.understanding", (0.5, 0.62, 0.75, 1.0)),
    "LIKELY_SCORE": ("vigie.answers.doings", (0.05, 0.1, 0.15, 0.25, 0.35, 2.0)),
    "LIKELY_MARGIN": ("vigie.answers.doings", (1.0, 1.4, 1.7, 2.5, 4.0)),
    "ASPECT_SCORE": ("vigie.answers.roles", (0.1, 0.25, 0.4, 0.6, 2.0)),
    "ANSWER": ("vigie.answers.gate", (0.1, 0.22, 0.4, 0.6, 0.8, 2.0)),
    "SURE": ("vigie.distress.judge", (0.2, 0.3, 0.4, 0.6, 0.8)),
    "SURE_IN_FRAME": ("vigie.distress.judge", (0.3, 0.5, 0.8, 2.0)),
}
"""The module of each threshold, and the values to try."""
FLOORS = ((0.02, 0.06), (0.05, 0.12), (0.1, 0.2), (0.15, 0.3), (0.25, 0.4))
"""Least weight of a reply, of the function `_floor` of the gate: where the question names
something that we know, and where it does not. The second pair is what is shipped."""


def main(paths: Sequence[Path]) -> None:
    """Play the cases with each value, and write the counts."""
    from evaluation import material

    cases = [case for path in paths for case in judge.load(path)]
    judging = Judge(cases, judge.load_tokens(paths[0].with_name(TOKENS)))
    say = open_talks()
    rows = asyncio.run(_sweep(cases, judging, say))
    files = [path.name for path in paths]
    material.write("thresholds", {"files": files, "cases": len(cases), "rows": rows})


async def _sweep(cases: list[judge.Case], judging: Judge, say: Say) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    before = await play(cases, judging, say)
    for name, value, shipped, target, stand_in in _settings():
        with mock.patch(target, stand_in):
            after = await play(cases, judging, say)
        changed = sum(one.reply != other.reply for one, other in zip(before, after))
        row = {"name": name, "value": value, "shipped": shipped, "changed": changed}
        rows.append({**row, **counts(after)})
        print(line(rows[-1]), flush=True)
    return rows


def _settings() -> Iterator[tuple[str, Any, bool, str, Any]]:
    """Name, value, whether it is the shipped one, what to patch, and with what."""
    for name, (module, values) in KNOBS.items():
        shipped = getattr(importlib.import_module(module), name)
        for value in values:
            yield name, value, value == shipped, f"{module}.{name}", value
    for named, unnamed in FLOORS:
        floor = partial(_floor, named, unnamed)
        shipped = (named, unnamed) == FLOORS[1]
        yield "floor", [named, unnamed], shipped, "vigie.answers.gate._floor", floor


def _floor(named: float, unnamed: float, question: Any) -> float:
    return named if question.mentions or question.topics else unnamed


def line(row: dict[str, Any]) -> str:
    """A row of the table: the shipped value in bold."""
    values = row["value"] if isinstance(row["value"], list) else [row["value"]]
    bold = "**" if row["shipped"] else ""
    cells = [
        row["name"],
        bold + " / ".join(map(str, values)) + bold,
        row["changed"],
        row["right"],
        row["wrong"],
        row["precision"],
        f"{row['refused_rightly']}/{row['refused']}",
        f"{row['asked_rightly']}/{row['asked']}",
        row["passed"],
    ]
    return "| " + " | ".join(map(str, cells)) + " |"


def counts(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Answers right and wrong; refusals and questions back, and how many of them were due;
    all that passed; and of the answers given, the share that is right (per cent)."""
    of = {
        kind: [v for v in verdicts if v.said == kind] for kind in ("answer", "refusal", "clarify")
    }
    right = sum(verdict.passed for verdict in of["answer"])
    return {
        "right": right,
        "wrong": len(of["answer"]) - right,
        "refused": len(of["refusal"]),
        "refused_rightly": sum(verdict.passed for verdict in of["refusal"]),
        "asked": len(of["clarify"]),
        "asked_rightly": sum(verdict.passed for verdict in of["clarify"]),
        "passed": sum(verdict.passed for verdict in verdicts),
        "precision": round(100 * right / max(len(of["answer"]), 1), 1),
    }


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]] or DEVELOPMENT)
