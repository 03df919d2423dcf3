"""The door by which Vigie's answers come in, to be enciphered and sent."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web
from pulse import Pulse
from settings import Refusal

log = logging.getLogger("bridge")

BODY_BYTES = 131_072
Send = Callable[[str, Mapping[str, Any], str], Awaitable[int]]
"""Sends a content to a room under the name of a transaction; the HTTP status of what came of it."""


class Door:
    """Listens on one address, for who shows the token; how the device fares is told to all."""

    def __init__(self, token: str, send: Send, pulse: Pulse) -> None:
        self._expected = f"Bearer {token}".encode()
        self._send = send
        self._pulse = pulse
        app = web.Application(client_max_size=BODY_BYTES)
        app.router.add_post("/send", self._take)
        app.router.add_get("/health/live", self._live)
        app.router.add_get("/health/ready", self._ready)
        self._runner = web.AppRunner(app, access_log=None)

    async def open(self, host: str, port: int) -> None:
        """Listen.

        Raises:
            Refusal: the address is not to be had.
        """
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as problem:
            raise Refusal(f"listen : {host}:{port} ne s’ouvre pas ({problem.strerror}).") from None

    async def close(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    async def _live(self, request: web.Request) -> web.Response:
        """That it answers is all: who restarted it while a homeserver is away would help nobody."""
        return web.json_response({"status": "ok"})

    async def _ready(self, request: web.Request) -> web.Response:
        report = self._pulse.report()
        return web.json_response(report, status=200 if report["status"] == "ok" else 503)

    async def _take(self, request: web.Request) -> web.Response:
        given = request.headers.get("Authorization", "").encode()
        if not hmac.compare_digest(given, self._expected):
            return web.json_response({}, status=403)
        try:
            body = await request.json()
            room, content, name = body["room"], body["content"], body["txn"]
        except (ValueError, KeyError, TypeError):
            return web.json_response({}, status=400)
        return web.json_response({}, status=await self._send(room, content, name))
