"""A Matrix homeserver on loopback, as far as a device needs one that takes itself up and listens."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import web

from tests.channels.fakes.base import Fake

SYNC_SECONDS = 0.2
"""How long a sync waits here, in which nothing ever comes."""


class Homeserver(Fake):
    """Knows one account with one device; nobody writes to it."""

    def __init__(self, bot: str, token: str) -> None:
        super().__init__()
        self._bot, self._token = bot, token

    async def read(self, request: web.Request) -> Any:
        if request.path.endswith("/sync") and request.query.get("timeout"):
            await asyncio.sleep(SYNC_SECONDS)
        return json.loads(await request.read() or b"null")

    def handle(self, request: web.Request, body: Any) -> tuple[int, Any]:
        if request.headers.get("Authorization") != f"Bearer {self._token}":
            return 401, {"errcode": "M_UNKNOWN_TOKEN", "error": "Unknown token"}
        if request.path.endswith("/account/whoami"):
            return 200, {"user_id": self._bot, "device_id": "VIGIE", "is_guest": False}
        if request.path.endswith("/sync"):
            keys = {"signed_curve25519": 50}
            return 200, {"next_batch": "s1", "device_one_time_keys_count": keys, "rooms": {}}
        if request.path.endswith("/keys/upload"):
            return 200, {"one_time_key_counts": {"signed_curve25519": 50}}
        return 404, {"errcode": "M_UNRECOGNIZED", "error": "Unrecognized request"}


class Words(Fake):
    """Vigie, as far as the bridge waits for it: what to say where a room cannot be read."""

    async def read(self, request: web.Request) -> Any:
        return None

    def handle(self, request: web.Request, body: Any) -> tuple[int, Any]:
        return 200, {"open": "open", "unreadable": "unreadable"}
