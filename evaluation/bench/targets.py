"""What was asked of the measurements, as ratios, and whether it was reached. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Result = Mapping[str, Any]

SLOWER = 2.0
"""Times that an answer may take longer with the most agencies than with the real ones alone."""
MORE_MEMORY = 1.05
"""Memory after the soak, over that after its warm-up."""
MORE_WORK = 1.05
"""The same of the processor time that a turn takes."""


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
    Target("median of a knowledge question, (a) / (b)", "vigie", "stock", _median, 0.2),
    Target("median of a knowledge question, (a) / (c)", "vigie", "floor", _median, 2.5),
    Target("turns a second at 8, (a) / (b)", "vigie", "stock", _at_eight, 6, least=True),
    Target("memory with TensorFlow, (a) / (b)", "vigie-heavy", "stock", _memory, 0.6),
    Target("memory with every reader, (a) / (b)", "vigie", "stock", _memory, 0.5),
    Target("time to ready with TensorFlow, (a) / (b)", "vigie-heavy", "stock", _ready, 0.35),
    Target("time to ready with every reader, (a) / (b)", "vigie", "stock", _ready, 0.25),
)


def verdict(what: str, ratio: float, limit: float, least: bool = False) -> dict[str, Any]:
    """A ratio beside its limit, as plain data."""
    return {
        "what": what,
        "ratio": round(ratio, 3),
        "limit": limit,
        "at_least": least,
        "met": ratio >= limit if least else ratio <= limit,
    }


def compared(results: Mapping[str, Result]) -> list[dict[str, Any]]:
    """For each target of the comparison: what, the ratio, the limit, and whether it is met."""
    return [
        verdict(
            target.what,
            target.value(results[target.ours]) / target.value(results[target.theirs]),
            target.limit,
            target.least,
        )
        for target in TARGETS
    ]


def grown(rows: Sequence[Result]) -> list[dict[str, Any]]:
    """The largest knowledge over the smallest one."""
    least, most = rows[0], rows[-1]
    sizes = f"{most['made_agencies']:,} made agencies / {least['made_agencies']:,}"
    real, made = (float(most[asked]["p50"]) / _median(least) for asked in ("latency_ms", "made_ms"))
    return [
        verdict(f"median of a question on a real agency, {sizes}", real, SLOWER),
        verdict(f"the same on a made one, {sizes}", made, SLOWER),
    ]


def soaked(result: Result) -> list[dict[str, Any]]:
    """The last quarter after the warm-up over the first."""
    memory, work = (1 + float(result[f"{name}_growth"]) for name in ("memory", "cpu"))
    return [
        verdict("memory, last quarter / first", memory, MORE_MEMORY),
        verdict("processor time a turn, last quarter / first", work, MORE_WORK),
    ]
