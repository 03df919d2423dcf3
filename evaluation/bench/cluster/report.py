"""The results as tables, and what of them is not as asked. Pure, but for the files named."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import getitem
from pathlib import Path
from statistics import median
from typing import Any

from evaluation.bench.tables import machine, table

Data = Mapping[str, Any]

RATIO = 1.7
"""Throughput of two replicas on that of one, at least."""
LEAK = 0.05
"""Share by which the memory of a replica may grow after the warm-up."""
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"
_TROUBLES = {
    "calm": "nothing",
    "kill": "`kill -9` of a replica, started again",
    "roll": "rolling restart",
    "redis": "Redis stopped for 5 s",
}


def rewrite(folder: Path) -> None:
    """Put the tables of the results in `folder` between the markers of its README."""
    path = folder / "README.md"
    text = path.read_text("utf-8") if path.is_file() else f"{BEGIN}\n{END}\n"
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    path.write_text(f"{before}{BEGIN}\n{tables(folder)}\n{END}{after}", "utf-8")


def tables(folder: Path) -> str:
    """The tables of those results that are there."""
    parts = []
    for name, shown in (("cluster", _measured), ("soak", _soaked)):
        path = folder / f"{name}.json"
        if path.is_file():
            parts.append(shown(json.loads(path.read_text("utf-8"))))
    return "\n\n".join(parts)


def faults(content: Data) -> list[str]:
    """What was asked of `measure` and not reached, in French."""
    found = []
    ratio = content["throughput"]["ratio"]
    if ratio < RATIO:
        found.append(f"deux répliques ne portent que {ratio} fois une (demandé : {RATIO})")
    for name in ("calm", "kill", "roll", "redis"):
        for channel in ("rest", "sockets"):
            seen = content["troubles"][name][channel]
            if seen["wrong"]:
                found.append(f"{name}, {channel} : {seen['wrong']} conversations perdues")
            if seen["failed"] and (name != "kill" or channel == "sockets"):
                found.append(f"{name}, {channel} : {seen['failed']} requêtes en échec")
    # Whoever the dead replica was answering: at most one request each.
    if content["troubles"]["kill"]["rest"]["failed"] > content["troubles"]["people"]:
        found.append("kill : plus d’une requête en échec par personne")
    return found


def soak_faults(content: Data) -> list[str]:
    """What was asked of `soak` and not reached, in French."""
    found = [
        f"la mémoire de « {name} » a grandi de {100 * share:.1f} %"
        for name, share in content["growth"].items()
        if name.startswith("réplique") and share > LEAK
    ]
    for channel in ("rest", "sockets"):
        seen = content[channel]
        if seen["failed"] or seen["wrong"]:
            found.append(f"{channel} : {seen['failed']} échecs, {seen['wrong']} réponses fausses")
    return found


def _measured(content: Data) -> str:
    carried = content["throughput"]
    rows = [
        (
            replicas,
            _middle(rounds, "full", "throughput"),
            *(_middle(rounds, "full", "latency_ms", p) for p in ("p50", "p99")),
            *(_middle(rounds, "calm", "latency_ms", p) for p in ("p50", "p99")),
            *(_middle(rounds, "cpu_ms_per_turn", which) for which in ("replicas", "all")),
            _middle(rounds, "redis_commands_per_turn"),
            sum(one["full"]["errors"] for one in rounds),
        )
        for replicas, rounds in carried["replicas"].items()
    ]
    full = f"at {carried['connections']}"
    head = (
        "Replicas", "turns/s", f"p50 ms {full}", f"p99 ms {full}", "p50 ms at 1", "p99 ms at 1",
        "CPU ms a turn, replicas", "with nginx and Redis",
        "Redis commands a turn, those in scripts included", "errors",
    )  # fmt: skip
    ratios = ", ".join(str(ratio) for ratio in carried["ratios"])
    return "\n\n".join(
        (
            machine(content["machine"]),
            table(head, rows),
            f"Two replicas on one: **{carried['ratio']}** (median of {ratios}; asked: {RATIO}).",
            _troubled(content["troubles"]),
        )
    )


def _middle(rounds: Sequence[Any], *path: str) -> float:
    """The median over the rounds of what is at `path` in each."""
    return float(median(reduce(getitem, path, one) for one in rounds))


def _troubled(troubles: Data) -> str:
    head = (
        "What happens", "for s", "channel", "turns answered", "failed requests",
        "lost conversations", "answered without context, and said so", "sent again",
        "answered twice", "p50 ms", "longest ms",
    )  # fmt: skip
    rows = [
        (
            _TROUBLES[name],
            float(troubles[name]["seconds"]),
            channel,
            *(
                seen[k]
                for k in ("answered", "failed", "wrong", "without_context", "repeated", "twice")
            ),
            *(round(seen.get(k, 0)) for k in ("p50_ms", "longest_ms")),
        )
        for name in _TROUBLES
        for channel in ("rest", "sockets")
        for seen in (troubles[name][channel],)
    ]
    return table(head, rows)


def _soaked(content: Data) -> str:
    samples = content["samples"]
    warm_up = len(samples) // 5
    rows = [
        (
            name.replace("réplique", "replica"),
            *(float(samples[n]["memory_mb"][name]) for n in (warm_up, len(samples) // 2, -1)),
            f"{100 * share:+.1f} %",
        )
        for name, share in content["growth"].items()
    ]
    head = ("Process", "MB after warm-up", "MB half-way", "MB at the end", "growth")
    said = (
        f"{content['minutes']:g} minutes at {content['turns_a_second']} turns/s: "
        f"{content['rest']['answered']} turns over REST, {content['sockets']['answered']} over "
        f"sockets; failed {content['rest']['failed'] + content['sockets']['failed']}, "
        f"lost {content['rest']['wrong'] + content['sockets']['wrong']}. "
        f"Keys in Redis: {samples[warm_up]['redis']['keys']} after the warm-up, "
        f"{samples[-1]['redis']['keys']} at the end (conversations expire after "
        f"{content['expiry_seconds']} s here)."
    )
    return "\n\n".join((machine(content["machine"]), table(head, rows), said))
