"""What a served bot tells of itself, and that one which dies says why."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from prometheus_client import generate_latest

from evaluation.bench.serving import Bot, Served
from vigie.server import metrics


async def failed_turns(bot: Bot, told: bytes) -> int:
    async def tell(_: web.Request) -> web.Response:
        return web.Response(body=told)

    app = web.Application()
    app.router.add_get("/metrics", tell)
    async with TestServer(app) as server:
        served = Served(bot, Path("unused"))
        served.port = server.port or 0
        return await asyncio.get_running_loop().run_in_executor(None, served.failed_turns)


async def test_turns_that_were_not_answered_are_failed_ones() -> None:
    bot = Bot("vigie", [], Path(), counts=True)
    for outcome in ("answered", "failed", "timeout", "failed"):
        metrics.TURNS.labels("test of the bench", outcome).inc()
    told = generate_latest(metrics.REGISTRY)
    ours = b"\n".join(line for line in told.splitlines() if b"test of the bench" in line)
    assert await failed_turns(bot, ours) == 3
    with pytest.raises(RuntimeError, match="counts no turns"):
        await failed_turns(bot, b"# nothing\n")
    assert await failed_turns(Bot("stock", [], Path()), b"") == 0


def test_a_bot_that_dies_is_an_error_with_its_last_words(tmp_path: Path) -> None:
    bot = Bot("dead", [sys.executable, "-c", "print('no model'); exit(1)"], tmp_path)
    with pytest.raises(RuntimeError, match="no model"), Served(bot, tmp_path / "log"):
        pass
