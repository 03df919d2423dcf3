"""The server asks the bridge of encrypted rooms how it fares, and tells who watches."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from aiohttp import web

from tests.channels.fakes.base import Fake, Fault
from vigie.channels.matrix.watch import Watch
from vigie.channels.shared.http import Client
from vigie.server.metrics import REGISTRY

CHANNEL = "matrix_e2e"


class Bridge(Fake):
    """A bridge that is well, but for `faults`."""

    async def read(self, request: web.Request) -> Any:
        return None

    def handle(self, request: web.Request, body: Any) -> tuple[int, Any]:
        return (200 if request.path == "/health/ready" else 404), {"status": "ok"}


def told() -> float | None:
    return REGISTRY.get_sample_value("vigie_channel_bridge_ready", {"channel": CHANNEL})


async def test_who_watches_is_told_when_the_bridge_no_longer_listens(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "vigie.channels.matrix.watch")
    with Bridge() as bridge:
        client = Client(CHANNEL, bridge.url)
        await client.open()
        watch = Watch(CHANNEL, client)
        assert await watch.once() and told() == 1
        for fault in (Fault(503), Fault(503)):  # it runs, and hears of no homeserver
            bridge.faults.append(fault)
            assert not await watch.once() and told() == 0
        assert await watch.once() and told() == 1
    assert not await watch.once() and told() == 0, "nobody is there"
    await client.close()
    said = [record.getMessage() for record in caplog.records]
    listens, silent = "la passerelle Matrix écoute", "la passerelle Matrix n’écoute pas"
    assert said == [listens, silent, listens, silent], "once for each change"


async def test_whatever_goes_wrong_is_told_as_silence(caplog: pytest.LogCaptureFixture) -> None:
    """Or else the last thing that was told would stand for ever."""
    with Bridge() as bridge:
        client = Client(CHANNEL, bridge.url)
        await client.open()
        watch = Watch(CHANNEL, client)
        assert await watch.once() and told() == 1
        await client.close()
        assert not await watch.once() and told() == 0
    assert "état inconnu (AssertionError)" in caplog.text
