"""A burst of the dearest messages from one address: how long do others wait meanwhile?"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from evaluation.bench.serving import Bot, Served
from evaluation.bench.stats import summary

WORST = ("2,", "2,2-", "2-", "2 et ", "et ", "et et l'", "1,", "j ", "a part ", "mais pas ")
"""Shapes that once took up to 1.4 s of processor at 2,000 characters."""
SIZE = 2_000
ATTACKER, OTHER = "192.0.2.66", "198.51.100.7"
OTHERS = {
    "distress": "Au secours, il m’enferme et il a pris mon passeport",
    "question": "Qui enquête sur la traite des personnes ?",
}
LIMITS = {"distress": 1.0, "live": 0.2, "question": 3.0}
"""Seconds that the slowest may take."""


async def measure(bot: Bot, at_once: int, log: Path, say: Callable[[str], None]) -> dict[str, Any]:
    """The waits of a person in distress, of one who asks and of /health/live, in seconds."""
    with Served(bot, log) as served:
        idle = await _waits(served.port, 3)
        say(f"Idle: {_worst(idle)}.")
        numbers = itertools.count()
        burst = [
            asyncio.create_task(_post(served.port, _worst_message(n), f"a{n}", ATTACKER))
            for n in itertools.islice(numbers, at_once)
        ]
        waits: dict[str, list[float]] = {name: [] for name in LIMITS}
        while not all(one.done() for one in burst):
            for name, found in (await _waits(served.port, 1)).items():
                waits[name] += found
        answers = [await one for one in burst]
        say(f"Under {at_once} at once: {_worst(waits)}.")
    return {
        "at_once": at_once,
        "idle_s": {name: summary(found) for name, found in idle.items()},
        "attacked_s": {name: summary(found) for name, found in waits.items()},
        "slowest_s": _worst(waits),
        "attacker": {str(s): sum(s == status for status, _, _ in answers) for s in (200, 429)},
        "met": all(max(waits[name]) <= most for name, most in LIMITS.items()),
    }


def _worst(waits: dict[str, list[float]]) -> dict[str, float]:
    return {name: round(max(found), 3) for name, found in waits.items()}


def _worst_message(number: int) -> str:
    shape = WORST[number % len(WORST)]
    return (shape * SIZE)[:SIZE]


async def _waits(port: int, times: int) -> dict[str, list[float]]:
    """How long each of the others waits, all at once, so often."""
    waits: dict[str, list[float]] = {name: [] for name in LIMITS}
    for _ in range(times):
        names = list(OTHERS)
        done = await asyncio.gather(
            _get(port, "/health/live"),
            *(_post(port, OTHERS[name], f"o{time.monotonic_ns()}", OTHER) for name in names),
        )
        for name, (status, seconds, answer) in zip(["live", *names], done):
            assert status == 200 and answer, f"{name} got {status}"
            waits[name].append(seconds)
    return waits


async def _get(port: int, path: str) -> tuple[int, float, Any]:
    return await _ask(port, f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())


async def _post(port: int, text: str, sender: str, address: str) -> tuple[int, float, Any]:
    body = json.dumps({"sender": sender, "message": text}).encode()
    head = (
        "POST /webhooks/rest/webhook HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
        f"X-Forwarded-For: {address}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return await _ask(port, head.encode() + body)


async def _ask(port: int, request: bytes) -> tuple[int, float, Any]:
    """The status, the seconds that it took, and the JSON of the answer."""
    started = time.monotonic()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    received = await asyncio.wait_for(reader.read(), 120)
    writer.close()
    head, _, answer = received.partition(b"\r\n\r\n")
    return int(head.split()[1]), time.monotonic() - started, json.loads(answer)
