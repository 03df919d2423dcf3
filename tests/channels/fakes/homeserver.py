"""A Matrix homeserver in the little that a bot asks of it; for what a real one cannot be made to
do: fail for one room, answer slowly and in pieces."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from tests.channels.fakes.base import Fake
from tests.channels.running import fresh

BOT = "@vigie:exemple.org"
TOKEN = "as-token-of-a-test-d2f1c6"


class Homeserver(Fake):
    """All rooms have two members, but for `sizes`; nothing is written in them, but for `missed`."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: dict[str, int] = {}
        self.broken: set[str] = set()
        """Rooms that it does not answer for."""
        self.gone: set[str] = set()
        """Rooms that the bot may not read."""
        self.closed: set[str] = set()
        """Rooms that one enters by invitation alone."""
        self.encrypted: set[str] = set()
        self.missed: list[dict[str, Any]] = []
        """What was written in every room, the last first."""
        self.rooms: list[str] = []
        """Those that the bot is in."""
        self.authors: dict[str, str] = {}
        """Who wrote an event."""
        self.invited: list[Any] = []
        """The rooms that the bot opened."""
        self.away = False
        self.done: Counter[tuple[str, str]] = Counter()
        """How often each was called: (join, leave, send…, room)."""

    def sent(self, room: str) -> list[str]:
        """The texts that were sent to a room."""
        calls = [c for c in self.calls if f"/rooms/{room}/send/" in unquote(c.path)]
        return [call.body["body"] for call in calls if call.status == 200]

    async def read(self, request: web.Request) -> Any:
        raw = await request.read()
        return json.loads(raw) if raw else None

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        room = unquote(request.path).partition("/rooms/")[2].partition("/")[0]
        if not request.path.endswith("/messages") or room in self.gone:
            return await super()._answer(request)
        self.done["messages", room] += 1
        # In pieces, as a long answer comes over a network.
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        body = json.dumps({"chunk": self.missed}).encode()
        for start in range(0, len(body), 100):
            await response.write(body[start : start + 100])
            await asyncio.sleep(0)
        await response.write_eof()
        return response

    def can_fail(self, path: str) -> bool:
        return "/send/" in path

    def handle(self, request: web.Request, body: Any) -> tuple[int, Any]:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self.refuse("as_token", 401)
        if self.away:
            return 503, {}
        if request.path.endswith("/joined_rooms"):
            return 200, {"joined_rooms": self.rooms}
        if "/v3/join/" in request.path:
            refused = unquote(request.path).rpartition("/")[2] in self.closed
            return (403, {"errcode": "M_FORBIDDEN"}) if refused else (200, {})
        if request.path.endswith("/createRoom"):
            self.invited.append(body)
            return 200, {"room_id": f"!direct{len(self.invited)}:exemple.org"}
        if "/rooms/" not in request.path:
            self.done[request.path.rpartition("/")[2], ""] += 1
            return 200, {}
        room, _, what = unquote(request.path).partition("/rooms/")[2].partition("/")
        self.done[what.partition("/")[0], room] += 1
        if room in self.gone:
            return 403, {"errcode": "M_FORBIDDEN"}
        if room in self.broken:
            return 500, {"errcode": "M_UNKNOWN"}
        if what == "joined_members":
            return 200, {
                "joined": {f"@m{n}:exemple.org": {} for n in range(self.sizes.get(room, 2))}
            }
        if what.startswith("event/"):
            return 200, {"sender": self.authors.get(what.partition("/")[2], "@x:exemple.org")}
        if what.startswith("state/") and room not in self.encrypted:
            return 404, {"errcode": "M_NOT_FOUND"}
        return 200, {}


def message(room: str, number: int, text: str = "combien") -> dict[str, Any]:
    """A message of somebody, each in a room of their own."""
    return {
        "type": "m.room.message",
        "event_id": f"${number}",
        "room_id": room,
        "sender": f"@in-{room[1:].partition(':')[0]}:exemple.org",
        "origin_server_ts": int(time.time() * 1_000),
        "content": {"msgtype": "m.text", "body": text},
    }


def invitation(room: str, number: int, sender: str = "@awa:exemple.org") -> dict[str, Any]:
    """The bot is invited."""
    return {
        "type": "m.room.member",
        "event_id": f"${number}",
        "room_id": room,
        "sender": sender,
        "state_key": BOT,
        "origin_server_ts": int(time.time() * 1_000) - 100,
        "content": {"membership": "invite"},
    }


def room() -> str:
    """The name of a room that nobody knows yet."""
    return f"!room{fresh()}:exemple.org"


async def until(true: Callable[[], Any]) -> None:
    """Wait, 20 seconds at most, for something that the server does of itself."""

    async def wait() -> None:
        while not true():
            await asyncio.sleep(0.01)

    await asyncio.wait_for(wait(), 20)
