"""People and windows converse while something breaks: what do they see of it?"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Any

from deploy.local.cluster import Cluster
from evaluation.bench.cluster import scripts, topology
from evaluation.bench.cluster.people import Rest, person
from evaluation.bench.cluster.scripts import Script
from evaluation.bench.cluster.seen import Seen
from evaluation.bench.cluster.tabs import visitor

PEOPLE = 8
TABS = 4
PAUSE = 0.1
CALM_SECONDS = 3.0


def kill(cluster: Cluster) -> None:
    """kill -9 of a replica, which an orchestrator starts again."""
    cluster.replicas[0].kill()
    time.sleep(1)
    cluster.bring_back(cluster.replicas[0])


def roll(cluster: Cluster) -> None:
    """A rolling restart."""
    cluster.roll()


def redis_stops(cluster: Cluster) -> None:
    """Redis stops for five seconds."""
    cluster.redis.stop()
    time.sleep(5)
    cluster.redis.start()
    cluster.redis.ready()


TROUBLES: dict[str, Callable[[Cluster], None]] = {
    "kill": kill,
    "roll": roll,
    "redis": redis_stops,
}


async def converse(
    cluster: Cluster, known: Sequence[Script], happens: Callable[[Cluster], None]
) -> dict[str, Any]:
    """Have everybody converse from before `happens` until after it; what they saw."""
    stop, seen = asyncio.Event(), {"rest": Seen(), "sockets": Seen()}
    async with Rest(cluster.port) as rest:
        tasks = [
            asyncio.create_task(person(rest, _from(known, n), seen["rest"], stop, PAUSE))
            for n in range(PEOPLE)
        ]
        tasks += [
            asyncio.create_task(
                visitor(cluster.port, _from(known, n), seen["sockets"], stop, PAUSE)
            )
            for n in range(TABS)
        ]
        await asyncio.sleep(CALM_SECONDS)
        started = time.monotonic()
        await asyncio.get_running_loop().run_in_executor(None, happens, cluster)
        lasted = time.monotonic() - started
        await asyncio.sleep(CALM_SECONDS)
        stop.set()
        await asyncio.gather(*tasks)
    return {"seconds": round(lasted, 1), **{name: one.as_data() for name, one in seen.items()}}


def _from(known: Sequence[Script], number: int) -> list[Script]:
    """The same scripts, begun elsewhere."""
    start = number * len(known) // (PEOPLE + TABS)
    return [*known[start:], *known[:start]]


async def measure(say: Callable[[str], None]) -> dict[str, Any]:
    """Each trouble in turn, on one topology."""
    with topology.build(2, pin=False) as cluster:
        async with Rest(cluster.port) as rest:
            known = await scripts.learn(rest.ask, scripts.conversations())
        found: dict[str, Any] = {"people": PEOPLE, "tabs": TABS, "scripts": len(known)}
        found["calm"] = await converse(cluster, known, lambda _: time.sleep(5))
        say(f"Rien : {found['calm']}")
        for name, happens in TROUBLES.items():
            found[name] = await converse(cluster, known, happens)
            say(f"{name} : {found[name]}")
    return found
