"""Many short conversations on one process: does memory or time creep up?"""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evaluation.bench.client import Burst, Client
from evaluation.bench.serving import Bot, Served
from evaluation.bench.stats import growth, summary

TURNS = ("{question}", "Et qui d'autre ?")
"""A conversation: a question, and one that leans on it."""


async def measure(
    bot: Bot,
    questions: Sequence[str],
    conversations: int,
    every: int,
    log: Path,
    say: Callable[[str], None],
) -> dict[str, Any]:
    """Samples of memory and latency each `every` conversations, and their growth.

    The first quarter is warm-up: until the store holds as many conversations as it may.
    """
    texts = itertools.cycle(questions)
    samples: list[dict[str, Any]] = []
    with Served(bot, log) as served:
        async with Client(served.url) as client:
            for done in range(every, conversations + 1, every):
                burst = Burst()
                for _ in range(every):
                    sender = uuid.uuid4().hex
                    for turn in TURNS:
                        await client.say(turn.format(question=next(texts)), burst, sender)
                samples.append(
                    {
                        "conversations": done,
                        "memory_mb": served.memory_mb(),
                        "cpu_seconds": served.cpu_seconds(),
                        "latency_ms": summary(burst.latencies),
                        "unanswered": burst.errors + burst.empty,
                    }
                )
                say(str(samples[-1]))
    return {"samples": samples, **_judged(samples)}


def _judged(samples: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """How much memory, latency and processor time grew between the first and the last quarter
    after warm-up, as shares."""
    warm_up = len(samples) // 4
    cpu = [sample["cpu_seconds"] for sample in samples]
    each = [cpu[0], *(later - sooner for sooner, later in zip(cpu, cpu[1:]))]
    return {
        "memory_growth": round(growth([s["memory_mb"] for s in samples], warm_up), 4),
        "latency_growth": round(growth([s["latency_ms"]["p50"] for s in samples], warm_up), 4),
        "cpu_growth": round(growth(each, warm_up), 4),
        "unanswered": sum(sample["unanswered"] for sample in samples),
    }
