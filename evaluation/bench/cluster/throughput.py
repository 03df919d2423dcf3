"""One replica against two: the same question, the same cores a replica, in turns."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evaluation.bench.cluster import load, topology
from evaluation.bench.cluster.load import Load

WARM_UP_SECONDS = 4.0
CONNECTIONS = 16
"""Requests at once at full load, one replica or two."""
CALM_SECONDS = 6.0


def measure(
    rounds: int, seconds: float, questions: Sequence[str], folder: Path, say: Callable[[str], None]
) -> dict[str, Any]:
    """Both topologies in turn, `rounds` times; the median of the ratios.

    Returns:
        Each topology's rounds, and the ratio of their throughputs.
    """
    path = load.write_questions(questions, folder / "questions.txt")
    found: dict[str, list[dict[str, Any]]] = {"1": [], "2": []}
    for number in range(rounds):
        order = (1, 2) if number % 2 == 0 else (2, 1)
        for replicas in order:
            found[str(replicas)].append(_one(replicas, seconds, path))
            one = found[str(replicas)][-1]["full"]
            say(f"Tour {number + 1}, répliques : {replicas}. {one['throughput']} tours/s")
    ratios = [
        two["full"]["throughput"] / one["full"]["throughput"]
        for one, two in zip(found["1"], found["2"])
    ]
    return {
        "connections": CONNECTIONS,
        "seconds": seconds,
        "cores": {n: topology.helpers(int(n)) for n in ("1", "2")},
        "replicas": found,
        "ratios": [round(ratio, 3) for ratio in ratios],
        "ratio": round(statistics.median(ratios), 3),
    }


def _one(replicas: int, seconds: float, questions: Path) -> dict[str, Any]:
    """A topology from its start to its stop."""
    cores = topology.helpers(replicas)
    with topology.build(replicas) as cluster:

        def run(connections: int, length: float) -> Load:
            return load.run(cluster.port, questions, connections, length, cores)

        run(CONNECTIONS, WARM_UP_SECONDS)
        calm = run(1, CALM_SECONDS)
        cpu = topology.cpu_seconds(cluster.processes)
        own = topology.cpu_seconds(cluster.replicas)
        redis = topology.commands(cluster)["commands"]
        full = run(CONNECTIONS, seconds)
        turns = max(full.requests, 1)
        return {
            "calm": calm.as_data(),
            "full": full.as_data(),
            "cpu_ms_per_turn": {
                "replicas": _each(topology.cpu_seconds(cluster.replicas) - own, turns),
                "all": _each(topology.cpu_seconds(cluster.processes) - cpu, turns),
            },
            "redis_commands_per_turn": round(
                (topology.commands(cluster)["commands"] - redis) / turns, 2
            ),
            "memory_mb": {p.name: topology.memory_mb(p) for p in cluster.processes},
            "outcomes": dict(topology.outcomes(cluster)),
        }


def _each(seconds: float, turns: int) -> float:
    return round(1000 * seconds / turns, 2)
