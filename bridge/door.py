"""The door by which Vigie's answers come in, to be enciphered and sent."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web

log = logging.getLogger("bridge")

BODY_BYTES = 131_072
Send = Callable[[str, Mapping[str, Any], str], Awaitable[int]]
"""Sends a content to a room under the name of a transaction; the HTTP status of what came of it."""


class Door:
    """Listens on one address, for who shows the token."""

    def __init__(self, token: str, send: Send) -> None:
        self._expected = f"Bearer {token}".encode()
        self._send = send
        app = web.Application(client_max_size=BODY_BYTES)
        app.router.add_post("/send", self._take)
        app.router.add_get("/health", self._health)
        self._runner = web.AppRunner(app, access_log=None)

    async def open(self, host: str, port: int) -> None:
        """Listen."""
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()

    async def close(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    async def _health(self, request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

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
