"""What Redis, or something on the way to it, closes just as it is used costs nobody anything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from deploy.local.redis import Redis
from vigie.channels.stores.redis import SharedStore
from vigie.server.redis.link import Down, Link
from vigie.server.redis.options import Options


class Relay:
    """Passes bytes to Redis and back, but for those connections that it cuts.

    `unsent`: what comes in on one that was open is lost. `unheard`: Redis does it, and its answer
    is lost.
    """

    def __init__(self, port: int) -> None:
        self._redis = port
        self._server: asyncio.Server
        self.cut = ""
        self.left = 0
        """Of how many connections; then they are all let through."""
        self.opened = 0

    @property
    def port(self) -> int:
        return int(self._server.sockets[0].getsockname()[1])

    async def __aenter__(self) -> Relay:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.opened += 1
        there, here = await asyncio.open_connection("127.0.0.1", self._redis)
        ways = (self._pass(reader, here, "unsent"), self._pass(there, writer, "unheard"))
        await asyncio.gather(*ways)

    async def _pass(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, cut: str
    ) -> None:
        while block := await source.read(65_536):
            if self.cut == cut and self.left:
                self.left -= 1
                break
            sink.write(block)
        sink.close()


@pytest.fixture
async def relay(redis: Redis) -> AsyncIterator[Relay]:
    async with Relay(redis.port) as opened:
        yield opened


@pytest.fixture
async def link(redis: Redis, relay: Relay) -> AsyncIterator[Link]:
    opened = Link(Options(port=relay.port, password=redis.password))
    await opened.call("set", "vigie:a", 1)
    yield opened
    await opened.close()


@pytest.mark.parametrize("cut", ["unsent", "unheard"])
async def test_a_connection_that_closes_under_a_command_is_replaced_at_once(
    link: Link, relay: Relay, cut: str
) -> None:
    relay.cut, relay.left = cut, 1
    assert await link.call("get", "vigie:a") == "1"
    assert (relay.opened, link.up) == (2, True)


@pytest.mark.parametrize("cut", ["unsent", "unheard"])
async def test_a_message_whose_note_was_cut_off_is_still_new(
    link: Link, relay: Relay, cut: str
) -> None:
    """Redis may have noted it already: asked again, it must not be taken for a second delivery."""
    store = SharedStore(link)
    relay.cut, relay.left = cut, 1
    assert await store.first_time("m")
    relay.left = 1
    assert await store.hold("sms", "m", "sealed")
    assert not await store.first_time("m")
    assert not await store.hold("sms", "m", "another")


async def test_what_would_take_a_second_time_is_not_tried_again(link: Link, relay: Relay) -> None:
    store = SharedStore(link)
    await store.keep("p", ["la suite"])
    relay.cut, relay.left = "unsent", 1
    with pytest.raises(Down):
        await store.kept("p")


async def test_a_redis_that_stays_away_is_down_after_the_second_try(
    link: Link, relay: Relay
) -> None:
    relay.cut, relay.left = "unsent", 2
    with pytest.raises(Down):
        await link.call("get", "vigie:a")
    assert not link.up
