"""Vigie, the stock bot and the floor, side by side: interleaved rounds, medians of rounds."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from evaluation.bench import bots
from evaluation.bench.client import Burst, Client
from evaluation.bench.machine import load
from evaluation.bench.serving import Bot, Served
from evaluation.bench.stats import middle, summary

CONCURRENCY = (1, 8, 32)


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    rounds: int = 5
    """Each bot is measured once a round."""
    starts: int = 2
    """Times that each bot is started, for the time to ready."""
    questions: int = 120
    """Asked one after the other in a round; as many again at each other concurrency."""


@dataclass
class Seen:
    """What was measured of one bot."""

    ready_seconds: list[float] = field(default_factory=list)
    memory_loaded: float = 0.0
    memory_after: float = 0.0
    latency: list[dict[str, float]] = field(default_factory=list)
    throughput: dict[int, list[float]] = field(default_factory=dict)
    cpu_ms: list[float] = field(default_factory=list)
    empty: int = 0
    errors: int = 0
    failed: int = 0

    def add(self, concurrency: int, burst: Burst) -> None:
        """Take in a burst."""
        self.throughput.setdefault(concurrency, []).append(round(burst.throughput, 1))
        self.empty += burst.empty
        self.errors += burst.errors
        if concurrency == 1 and burst.latencies:
            self.latency.append(summary(burst.latencies))

    def as_data(self, training_seconds: float) -> dict[str, Any]:
        """Medians, with the rounds beside them."""
        return {
            "latency_ms": middle(self.latency),
            "throughput": {str(c): median(values) for c, values in self.throughput.items()},
            "cpu_ms_per_message": round(median(self.cpu_ms), 2),
            "memory_mb": {"loaded": self.memory_loaded, "after": self.memory_after},
            "ready_seconds": round(median(self.ready_seconds), 2),
            "training_seconds": training_seconds,
            "empty_replies": self.empty,
            "errors": self.errors,
            "failed_turns": self.failed,
            "rounds": {
                "latency_ms": self.latency,
                "throughput": {str(c): values for c, values in self.throughput.items()},
                "ready_seconds": [round(seconds, 2) for seconds in self.ready_seconds],
            },
        }


async def measure(
    contestants: Sequence[Bot], questions: Sequence[str], plan: Plan, say: Callable[[str], None]
) -> tuple[dict[str, Seen], list[float]]:
    """What is seen of each bot, by name, and the load average at each round.

    All run at once and wait while another one is measured, so that noise hits all alike.
    """
    seen = {bot.name: Seen() for bot in contestants}
    loads: list[float] = []
    bots.CACHE.mkdir(parents=True, exist_ok=True)
    for _ in range(plan.starts - 1):
        for bot in contestants:
            with _served(bot, seen, say):
                pass
    with contextlib.ExitStack() as stack:
        running = [stack.enter_context(_served(bot, seen, say)) for bot in contestants]
        for served in running:
            async with Client(served.url) as client:  # what is made at the first questions
                await client.ask(questions, len(questions) // 4, 4)
            seen[served.bot.name].memory_loaded = served.memory_mb()
        for number in range(plan.rounds):
            loads.append(load()[0])
            for served in running:
                await _round(served, seen[served.bot.name], questions, plan.questions)
            say(f"Round {number + 1} of {plan.rounds}.")
        for served in running:
            seen[served.bot.name].memory_after = served.memory_mb()
            seen[served.bot.name].failed = served.failed_turns()
    return seen, loads


async def _round(served: Served, seen: Seen, questions: Sequence[str], number: int) -> None:
    async with Client(served.url) as client:
        await client.ask(questions, 8, 1)
        for concurrency in CONCURRENCY:
            before = served.cpu_seconds()
            burst = await client.ask(questions, number, concurrency)
            seen.add(concurrency, burst)
            if concurrency == 1:
                seen.cpu_ms.append(1000 * (served.cpu_seconds() - before) / number)


@contextlib.contextmanager
def _served(bot: Bot, seen: dict[str, Seen], say: Callable[[str], None]) -> Any:
    with Served(bot, bots.CACHE / f"{bot.name}.log") as served:
        seen[bot.name].ready_seconds.append(served.ready_seconds)
        say(f"{bot.name}: ready in {served.ready_seconds:.1f} s")
        yield served
