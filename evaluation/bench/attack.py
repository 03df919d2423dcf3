"""Attacks on a server of its own: how long do others wait meanwhile, and what does it hold?"""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from evaluation.bench.bots import CACHE
from evaluation.bench.dearest import filled
from evaluation.bench.machine import ROOT
from evaluation.bench.others import ATTACKER, LIMITS, during, post, slowest, waiting
from evaluation.bench.serving import Bot, Served
from evaluation.bench.stats import summary

FILES = 600
"""That the server may open in the attack by connections."""
SLOW, LONG, LINES = 200, 300, 1_200
"""Requests that trickle; long bodies; connections."""
LONG_BYTES = 4_000_000
TRICKLE_SECONDS = 15.0
"""For how long a byte is sent now and then: requests have 10 s."""
TELEGRAM = "vigie.channels.telegram.TelegramChannel"
WEBHOOK = "/webhooks/telegram/webhook"
LIMITED = ("sh", "-c", f'ulimit -n {FILES} && exec "$@"', "sh")


def searched(tries: int) -> dict[str, Any]:
    """The dearest messages that so many tries found, in a process of their own."""
    command = [sys.executable, "-W", "ignore", "-m", "evaluation.bench.dearest", str(tries)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=3_600)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def bot(*before: str) -> Bot:
    """Vigie behind a proxy of this machine, with a channel whose platform is nowhere; `before`
    runs its command."""
    folder = CACHE / "attacked"
    folder.mkdir(parents=True, exist_ok=True)
    for item in ROOT.iterdir():
        if item.name not in ("credentials.yml", "build", ".vigie"):
            with contextlib.suppress(FileExistsError):
                (folder / item.name).symlink_to(item)
    credentials = yaml.safe_load((ROOT / "credentials.yml").read_text("utf-8"))
    told = {"token": "1:${A_TOKEN}", "secret": "${A_SECRET}", "base_url": "http://127.0.0.1:9"}
    credentials[TELEGRAM] = told
    (folder / "credentials.yml").write_text(yaml.safe_dump(credentials), "utf-8")
    env = {
        "PORT": "{port}",
        "VIGIE_TRUSTED_PROXIES": "127.0.0.1",
        "VIGIE_SECRET": "of-the-bench-alone-" * 2,
        "A_TOKEN": "token",
        "A_SECRET": "secret",
    }
    return Bot("attacked", [*before, sys.executable, "-m", "vigie", "serve"], folder, env)


async def measure(
    shapes: Sequence[str], at_once: int, log: Path, say: Callable[[str], None]
) -> dict[str, Any]:
    """The waits of others, in seconds, and the memory of the server, attack by attack."""
    with Served(bot(), log) as served:
        idle = await waiting(served.port, 5)
        say(f"Idle: {slowest(idle)}.")
        seen = {
            "dearest": await _seen(served, say, dearest, shapes, at_once),
            "slow": await _seen(served, say, slow),
            "bodies": await _seen(served, say, bodies),
        }
    with Served(bot(*LIMITED), log) as served:
        await waiting(served.port, 1)
        seen["connections"] = await _seen(served, say, connections)
    return {
        "at_once": at_once,
        "idle_s": {name: summary(found) for name, found in idle.items()},
        "attacks": seen,
        "met": all(
            one["slowest_s"][name] <= LIMITS[name] for one in seen.values() for name in LIMITS
        ),
    }


async def _seen(
    served: Served, say: Callable[[str], None], attack: Callable[..., Any], *how: Any
) -> dict[str, Any]:
    before = served.memory_mb()
    waits, what = await during(served.port, attack, *how)
    seen = {
        "slowest_s": slowest(waits),
        "waits_ms": {who: summary(found) for who, found in waits.items()},
        "memory_mb": [before, served.memory_mb()],
        "attacker": what,
    }
    say(f"{attack.__name__}: {seen['slowest_s']}, {seen['memory_mb']} MB, {what}.")
    return seen


def dearest(port: int, shapes: Sequence[str], at_once: int) -> dict[str, int]:
    """So many of the dearest messages at once, from one address: how they were answered."""
    return asyncio.run(_dearest(port, shapes, at_once))


def slow(port: int) -> dict[str, int]:
    """Heads, and bodies for nowhere, of which a byte comes now and then: how many are still open
    after that."""
    return asyncio.run(_slow(port))


def bodies(port: int) -> dict[str, int]:
    """Long bodies without the secret of the platform: how many of them were taken whole."""
    return asyncio.run(_bodies(port))


def connections(port: int) -> dict[str, int]:
    """Twice as many connections as the server has files, and nothing on them: how many it holds."""
    return asyncio.run(_lines(port))


async def _dearest(port: int, shapes: Sequence[str], at_once: int) -> dict[str, int]:
    texts = [filled(shapes[n % len(shapes)]) for n in range(at_once)]
    sent = [post(port, text, f"a{n}", ATTACKER) for n, text in enumerate(texts)]
    answers = await asyncio.gather(*sent)
    return {str(s): sum(s == status for status, _, _ in answers) for s in (200, 429)}


async def _slow(port: int) -> dict[str, int]:
    heads = [
        b"GET / HTTP/1.1\r\nHost: a\r\n",
        b"POST /absent HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\n",
    ]

    async def trickle(number: int) -> bool:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        closed = asyncio.ensure_future(reader.read())
        end = time.monotonic() + TRICKLE_SECONDS
        with contextlib.suppress(OSError):
            writer.write(heads[number % len(heads)])
            while time.monotonic() < end and not closed.done():
                await asyncio.sleep(0.5)
                writer.write(b"a")
        found = not closed.done()
        closed.cancel()
        writer.close()
        return found

    left = await asyncio.gather(*map(trickle, range(SLOW)))
    return {"requests": SLOW, "still_open": sum(left)}


async def _bodies(port: int) -> dict[str, int]:
    head = (
        f"POST {WEBHOOK} HTTP/1.1\r\nHost: a\r\nX-Telegram-Bot-Api-Secret-Token: wrong\r\n"
        f"Content-Length: {LONG_BYTES}\r\n\r\n"
    ).encode()

    async def send() -> int:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        sent = 0
        with contextlib.suppress(OSError, asyncio.TimeoutError):
            writer.write(head)
            while sent < LONG_BYTES:
                writer.write(b"a" * 65_536)
                await asyncio.wait_for(writer.drain(), 5)
                sent += 65_536
        writer.close()
        return sent

    sent = await asyncio.gather(*(send() for _ in range(LONG)))
    return {
        "bodies": LONG,
        "bytes_each": LONG_BYTES,
        "taken_whole": sum(n >= LONG_BYTES for n in sent),
    }


async def _lines(port: int) -> dict[str, int]:
    lines = []
    for number in range(LINES):
        lines.append(await asyncio.open_connection("127.0.0.1", port))
        if number % 50 == 0:
            await asyncio.sleep(0.05)
    await asyncio.sleep(0.5)
    held = sum(not reader.at_eof() and reader.exception() is None for reader, _ in lines)
    for _, writer in lines:
        writer.close()
    return {"connections": LINES, "files": FILES, "held": held}
