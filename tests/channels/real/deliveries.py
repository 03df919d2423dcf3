"""Deliveries of a homeserver, made by hand: to repeat them, to forge them."""

from __future__ import annotations

import time
from typing import Any

from tests.channels.real.vigie import HS_TOKEN
from tests.channels.running import fresh
from tests.server.running import Response, Server

PREFIX = "/webhooks/matrix/_matrix/app/v1"


def event_in(room: str, text: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "m.room.message",
        "event_id": f"$made-up-{fresh()}",
        "room_id": room,
        "sender": "@somebody:matrix.example",
        "origin_server_ts": int(time.time() * 1_000),
        "content": {"msgtype": "m.text", "body": text},
        **more,
    }


def transaction(server: Server, *events: Any, token: str = HS_TOKEN, query: str = "") -> Response:
    path = f"{PREFIX}/transactions/{fresh()}{query}"
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return server.request("PUT", path, {"events": events}, **headers)
