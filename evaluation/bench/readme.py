"""The figures of README.md: what stands between its marks is made from the JSON files beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from evaluation.bench import tables
from evaluation.bench.marks import put

HERE = Path(__file__).parent
NONE = "Not measured yet."


def _compare(content: Mapping[str, Any]) -> str:
    return f"{tables.compared(content['bots'])}\n\n{tables.judged(content['targets'])}"


def _growth(content: Mapping[str, Any]) -> str:
    return f"{tables.grown(content['sizes'])}\n\n{tables.judged(content['targets'])}"


def _soak(content: Mapping[str, Any]) -> str:
    done, seconds = content["conversations"], content["seconds"]
    said = f"{done:,} conversations of two turns in {seconds / 60:.0f} minutes"
    missed = content["unanswered"]
    return (
        f"{said}; {missed} turns without an answer.\n\n{tables.soaked(content)}"
        f"\n\n{tables.judged(content['targets'])}"
    )


def _profile(content: Mapping[str, Any]) -> str:
    return tables.profiled(content["stages_ms"])


def _attack(content: Mapping[str, Any]) -> str:
    found = content["dearest"]
    said = (
        f"The dearest of {found['tried']} shapes takes {max(found['ms'].values()):.0f} ms of "
        "processor to understand: "
        + ", ".join(f"{kind} {took:.0f}" for kind, took in found["components_ms"].items())
        + ". The slowest answers, in seconds:"
    )
    who = list(content["idle_s"])
    rows: list[tuple[Any, ...]] = [
        ("nothing", *(content["idle_s"][name]["p50"] / 1000 for name in who), "")
    ]
    for name, one in content["attacks"].items():
        grown = one["memory_mb"][1] - one["memory_mb"][0]
        waits = (one["slowest_s"][each] for each in who)
        rows.append((_ATTACKS[name].format(**content), *waits, round(grown)))
    return f"{said}\n\n{tables.table(('attack', *who, 'memory, MB more'), rows)}"


_ATTACKS = {
    "dearest": "{at_once} of the dearest at once, from one address",
    "slow": "200 requests of which a byte comes now and then",
    "bodies": "300 bodies of 4 MB without the platform's secret",
    "connections": "1,200 connections to a process with 600 files",
}


def _page(content: Mapping[str, Any]) -> str:
    return f"Medians of {content['runs']} first visits.\n\n{tables.visited(content['pages'])}"


SECTIONS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "compare": _compare,
    "growth": _growth,
    "soak": _soak,
    "attack": _attack,
    "profile": _profile,
    "page": _page,
}
"""How the content of each JSON file is shown."""
PLOTS: Mapping[str, str] = {
    "compare": "Bars for each bot: median, throughput, memory, time to ready",
    "growth": "Latency, training, time to ready and memory over the number of made agencies",
    "soak": "Memory, latency and processor time over the number of conversations",
}
"""What the plot beside a JSON file shows, in words."""


def section(name: str, folder: Path = HERE) -> str:
    """What README.md shows of `name`.json."""
    path = folder / f"{name}.json"
    if not path.is_file():
        return NONE
    content = json.loads(path.read_text("utf-8"))
    shown = f"{tables.machine(content['machine'])}\n\n{SECTIONS[name](content)}"
    return f"{shown}\n\n![{PLOTS[name]}]({name}.svg)" if name in PLOTS else shown


def filled(text: str, folder: Path = HERE) -> str:
    """`text` with each section between its marks.

    Raises:
        ValueError: a mark is missing.
    """
    for name in SECTIONS:
        text = put(text, name, section(name, folder), "README.md")
    return text


def write(folder: Path = HERE) -> None:
    """Bring the figures of README.md up to date."""
    path = folder / "README.md"
    path.write_text(filled(path.read_text("utf-8"), folder), "utf-8")
