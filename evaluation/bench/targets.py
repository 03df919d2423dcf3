"""What was asked of the comparison, as ratios, and whether it was reached. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Result = Mapping[str, Any]


@dataclass(frozen=True)
class Target:
    """A ratio of `ours` to `theirs` that must be at most, or at least, `limit`."""

    what: str
    ours: str
    theirs: str
    value: Callable[[Result], float]
    limit: float
    least: bool = False


def _median(bot: Result) -> float:
    return float(bot["latency_ms"]["p50"])


def _at_eight(bot: Result) -> float:
    return float(bot["throughput"]["8"])


def _memory(bot: Result) -> float:
    return float(bot["memory_mb"]["after"])


def _ready(bot: Result) -> float:
    return float(bot["ready_seconds"])


TARGETS = (
    Target("médiane, sur celle du robot de rasa init", "vigie", "stock", _median, 0.2),
    Target("médiane, sur celle du plancher", "vigie", "floor", _median, 2.5),
    Target("tours par seconde à 8, sur rasa init", "vigie", "stock", _at_eight, 6, least=True),
    Target("mémoire avec TensorFlow, sur rasa init", "vigie-heavy", "stock", _memory, 0.6),
    Target("mémoire, sur rasa init", "vigie", "stock", _memory, 0.3),
    Target("démarrage avec TensorFlow, sur rasa init", "vigie-heavy", "stock", _ready, 0.35),
    Target("démarrage, sur rasa init", "vigie", "stock", _ready, 0.2),
)


def verdicts(results: Mapping[str, Result]) -> list[dict[str, Any]]:
    """For each target: what, the ratio, the limit, and whether it is met."""
    found = []
    for target in TARGETS:
        ratio = target.value(results[target.ours]) / target.value(results[target.theirs])
        met = ratio >= target.limit if target.least else ratio <= target.limit
        found.append(
            {
                "what": target.what,
                "ratio": round(ratio, 3),
                "limit": target.limit,
                "at_least": target.least,
                "met": met,
            }
        )
    return found
