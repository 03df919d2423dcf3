"""The client counts what a real server does: answers, empty answers, errors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from evaluation.bench.client import Burst, Client
from evaluation.bench.questions import knowledge_questions

Heard = list[dict[str, Any]]


@pytest.fixture
async def bot() -> AsyncIterator[tuple[str, Heard]]:
    """A server that answers, says nothing, or fails, as it is told."""
    heard: Heard = []

    async def receive(request: web.Request) -> web.Response:
        heard.append(await request.json())
        text = heard[-1]["message"]
        if text == "fail":
            return web.Response(status=500)
        return web.json_response([] if text == "nothing" else [{"text": "oui"}])

    app = web.Application()
    app.router.add_post("/webhooks/rest/webhook", receive)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/"), heard


async def test_each_message_comes_from_somebody_new(bot: tuple[str, Heard]) -> None:
    url, heard = bot
    async with Client(url) as client:
        burst = await client.ask(["a", "b", "c"], number=8, concurrency=3)
    assert (len(burst.latencies), burst.empty, burst.errors) == (8, 0, 0)
    assert sorted(one["message"] for one in heard) == list("aaabbbcc")
    assert len({one["sender"] for one in heard}) == 8
    assert burst.throughput == pytest.approx(8 / burst.seconds)


async def test_silence_and_failure_are_counted_apart(bot: tuple[str, Heard]) -> None:
    url, _ = bot
    async with Client(url) as client:
        burst = await client.ask(["a", "nothing", "fail", "b"], number=4, concurrency=1)
    assert (len(burst.latencies), burst.empty, burst.errors) == (3, 1, 1)


async def test_a_server_that_is_not_there_is_an_error() -> None:
    burst = Burst()
    async with Client("http://127.0.0.1:9") as client:
        await client.say("a", burst)
    assert (burst.latencies, burst.errors) == ([], 1)


def test_the_questions_are_about_the_knowledge() -> None:
    asked = knowledge_questions()
    assert len(asked) >= 100
    assert all(isinstance(text, str) and text for text in asked)
