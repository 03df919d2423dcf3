"""Two replicas for a long time: does memory creep up anywhere?"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from deploy.local.cluster import Cluster
from deploy.local.replica import ENDPOINTS
from evaluation.bench.cluster import scripts, topology
from evaluation.bench.cluster.people import Rest, person
from evaluation.bench.cluster.seen import Seen
from evaluation.bench.cluster.tabs import visitor
from evaluation.bench.stats import quarters

EXPIRY_SECONDS = 60
"""Of conversations: so short that what expires is seen to go within the run."""
SAMPLES = 60


def endpoints(folder: Path) -> Path:
    """deploy/endpoints.yml whose conversations expire soon."""
    text = ENDPOINTS.read_text("utf-8")
    assert text.count("record_exp: 3600") == 1
    path = folder / "endpoints.yml"
    path.write_text(text.replace("record_exp: 3600", f"record_exp: {EXPIRY_SECONDS}"), "utf-8")
    return path


def sample(cluster: Cluster, minutes: float, seen: dict[str, Seen]) -> dict[str, Any]:
    """Memory of each process and what people have seen so far."""
    return {
        "minutes": round(minutes, 2),
        "memory_mb": {p.name: topology.memory_mb(p) for p in cluster.processes},
        "redis": topology.commands(cluster),
        "answered": sum(one.answered for one in seen.values()),
    }


async def measure(
    minutes: float, people: int, pause: float, folder: Path, say: Callable[[str], None]
) -> dict[str, Any]:
    """`people` over REST and half as many windows converse for `minutes`, each pausing `pause`
    seconds after a turn. The first fifth of the samples is warm-up."""
    env = {"VIGIE_ENDPOINTS": str(endpoints(folder)), "VIGIE_SESSION_MINUTES": "1"}
    stop, seen = asyncio.Event(), {"rest": Seen(), "sockets": Seen()}
    samples: list[dict[str, Any]] = []
    with topology.build(2, env, pin=False) as cluster:
        async with Rest(cluster.port) as rest:
            known = await scripts.learn(rest.ask, scripts.conversations())
            port = cluster.port
            tasks = [
                asyncio.create_task(person(rest, known[n:] + known[:n], seen["rest"], stop, pause))
                for n in range(people)
            ]
            tasks += [
                asyncio.create_task(
                    visitor(port, known[n:] + known[:n], seen["sockets"], stop, pause)
                )
                for n in range(people // 2)
            ]
            started = time.monotonic()
            for number in range(1, SAMPLES + 1):
                await asyncio.sleep(
                    max(0.0, started + number * minutes * 60 / SAMPLES - time.monotonic())
                )
                samples.append(sample(cluster, (time.monotonic() - started) / 60, seen))
                say(str(samples[-1]))
            stop.set()
            await asyncio.gather(*tasks)
        ended = dict(topology.outcomes(cluster))
    return {
        "minutes": minutes,
        "expiry_seconds": EXPIRY_SECONDS,
        "turns_a_second": round(samples[-1]["answered"] / (minutes * 60), 1),
        "outcomes": ended,
        **{name: one.as_data() for name, one in seen.items()},
        "growth": judged(samples),
        "samples": samples,
    }


def judged(samples: list[dict[str, Any]]) -> dict[str, float]:
    """By which share the memory of each process grew from the first to the last quarter of the
    run, its first fifth left out."""
    warm_up, found = len(samples) // 5, {}
    for name in samples[0]["memory_mb"]:
        first, last = quarters([one["memory_mb"][name] for one in samples], warm_up)
        found[name] = round(last / first - 1, 4)
    return found
