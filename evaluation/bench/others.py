"""What other people wait for while somebody attacks: in distress, with a question, and health."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

ATTACKER = "192.0.2.66"
OTHERS = {
    "distress": "Au secours, il m’enferme et il a pris mon passeport",
    "question": "Qui enquête sur la traite des personnes ?",
}
LIMITS = {"distress": 1.0, "live": 0.2, "question": 3.0}
"""Seconds that the slowest may take."""

Waits = dict[str, list[float]]
_people = itertools.count()


def slowest(waits: Waits) -> dict[str, float]:
    """The longest wait of each, in seconds."""
    return {name: round(max(found), 3) for name, found in waits.items()}


async def during(port: int, attack: Callable[..., Any], *how: Any) -> tuple[Waits, Any]:
    """How long each of the others waits, over and over until the attack, in a process of its own,
    is over; and what it gives."""
    waits: Waits = {name: [] for name in LIMITS}
    with ProcessPoolExecutor(1) as pool:
        attacking = asyncio.get_running_loop().run_in_executor(pool, attack, port, *how)
        while not attacking.done():
            for name, found in (await waiting(port, 1)).items():
                waits[name] += found
            await asyncio.sleep(0.05)
        return waits, await attacking


async def waiting(port: int, times: int) -> Waits:
    """How long each of the others waits, all at once, so often."""
    waits: Waits = {name: [] for name in LIMITS}
    for _ in range(times):
        names = list(OTHERS)
        done = await asyncio.gather(
            get(port, "/health/live"),
            *(post(port, OTHERS[name], f"o{time.monotonic_ns()}", _other()) for name in names),
        )
        for name, (status, seconds, answer) in zip(["live", *names], done):
            assert status == 200 and answer, f"{name} got {status}"
            waits[name].append(seconds)
    return waits


def _other() -> str:
    """An address of somebody else than before: each has a limit."""
    number = next(_people)
    return f"198.51.{number // 250 % 250}.{number % 250}"


async def get(port: int, path: str) -> tuple[int, float, Any]:
    """The status, the seconds that it took, and the JSON of the answer."""
    return await _ask(port, f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())


async def post(port: int, text: str, sender: str, address: str) -> tuple[int, float, Any]:
    """The same of a message that comes from `address`, by a proxy."""
    body = json.dumps({"sender": sender, "message": text}).encode()
    head = (
        "POST /webhooks/rest/webhook HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
        f"X-Forwarded-For: {address}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return await _ask(port, head.encode() + body)


async def _ask(port: int, request: bytes) -> tuple[int, float, Any]:
    started = time.monotonic()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    received = await asyncio.wait_for(reader.read(), 120)
    writer.close()
    head, _, answer = received.partition(b"\r\n\r\n")
    return int(head.split()[1]), time.monotonic() - started, json.loads(answer)
