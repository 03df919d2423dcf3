"""Tens of thousands of conversations on one process: does memory or time creep up?"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.bench.client import Burst, Client
from evaluation.bench.serving import Bot, Served
from evaluation.bench.stats import growth, quarters, summary

TURNS = ("{question}", "Et qui d'autre ?")
"""A conversation: a question, and one that leans on it."""
AT_ONCE = 2
"""Conversations held at once: the client works while the server answers the other one."""
SAMPLES = 50
"""Times that memory and latency are noted, at even distances."""


@dataclass(frozen=True)
class Plan:
    """How long it goes on: until either is reached."""

    conversations: int = 50_000
    minutes: float = 30.0


async def measure(
    bot: Bot, questions: Sequence[str], plan: Plan, log: Path, say: Callable[[str], None]
) -> dict[str, Any]:
    """Samples of memory, latency and processor time, and how much they grew.

    The first quarter is warm-up: until the store holds as many conversations as it may.
    """
    texts = itertools.cycle(questions)
    every = max(plan.conversations // SAMPLES, 1)
    samples: list[dict[str, Any]] = []
    with Served(bot, log) as served:
        started, worked = time.monotonic(), served.cpu_seconds()
        async with Client(served.url) as client:
            for done in range(every, plan.conversations + 1, every):
                burst = await _converse(client, texts, every)
                work = served.cpu_seconds()
                samples.append(
                    {
                        "conversations": done,
                        "memory_mb": served.memory_mb(),
                        "cpu_ms": round(1000 * (work - worked) / (every * len(TURNS)), 3),
                        "latency_ms": summary(burst.latencies),
                        "unanswered": burst.errors + burst.empty,
                    }
                )
                worked = work
                say(json.dumps(samples[-1]))
                if time.monotonic() - started > 60 * plan.minutes:
                    say(f"Stopped after {plan.minutes:g} minutes.")
                    break
        seconds = round(time.monotonic() - started, 1)
        failed = served.failed_turns()
    return {
        "conversations": samples[-1]["conversations"],
        "seconds": seconds,
        "failed_turns": failed,
        **judged(samples),
        "samples": samples,
    }


async def _converse(client: Client, texts: Iterator[str], number: int) -> Burst:
    """Hold `number` conversations, some at once."""
    burst, left = Burst(), iter(range(number))

    async def one_after_the_other() -> None:
        for _ in left:
            sender = uuid.uuid4().hex
            for turn in TURNS:
                await client.say(turn.format(question=next(texts)), burst, sender)

    await asyncio.gather(*(one_after_the_other() for _ in range(AT_ONCE)))
    return burst


def judged(samples: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Medians of the first and the last quarter after the warm-up, and the growth as a share."""
    warm_up = len(samples) // 4
    series = {
        "memory": [sample["memory_mb"] for sample in samples],
        "latency": [sample["latency_ms"]["p50"] for sample in samples],
        "cpu": [sample["cpu_ms"] for sample in samples],
    }
    found: dict[str, Any] = {"quarters": {}}
    for name, values in series.items():
        found["quarters"][name] = [round(middle, 2) for middle in quarters(values, warm_up)]
        found[f"{name}_growth"] = round(growth(values, warm_up), 4)
    return {**found, "unanswered": sum(sample["unanswered"] for sample in samples)}
