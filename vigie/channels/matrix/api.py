"""The calls to a Matrix homeserver."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from vigie.channels.shared import shape
from vigie.channels.shared.http import Client
from vigie.channels.shared.retries import Undelivered

LOOKUP_SECONDS = 3.0
MISSED = 20
"""How many messages are looked at that were written before the bot had joined."""
MANY = 1_000
LONG_BYTES = 2_097_152
"""So many messages, each as long as the specification allows; or the names of 30,000 rooms."""


class Homeserver:
    """A homeserver, as its application service sees it. All raise `Undelivered`."""

    def __init__(self, client: Client, token: str) -> None:
        """Call through `client`, with the as_token `token`."""
        self._client = client
        self._headers = {"Authorization": f"Bearer {token}"}

    async def call(self, method: str, path: str, **how: Any) -> Mapping[str, Any]:
        """See `Client.call`; `path` comes after /_matrix/client."""
        path = f"/_matrix/client{path}"
        return await self._client.call(method, path, headers=self._headers, **how)

    async def join(self, room: str) -> None:
        """Enter `room`, to which the bot was invited."""
        await self.call("POST", f"{_path(room)}/join", json={})

    async def move(self, room: str, through: str) -> None:
        """Enter `room`, which took the place of another; `through` is a server that is in it."""
        path = f"/v3/join/{quote(room, safe='')}"
        await self.call("POST", path, params={"server_name": through, "via": through}, json={})

    async def author(self, room: str, event: str) -> str:
        """Who wrote an event; "" where that is not said.

        Raises:
            TimeoutError: not in time.
        """
        call = self.call("GET", f"{_path(room)}/event/{quote(event, safe='')}", most=LONG_BYTES)
        try:
            found = await asyncio.wait_for(call, LOOKUP_SECONDS)
        except Undelivered as problem:
            if problem.reason != "refused":
                raise
            return ""
        return shape.text(found.get("sender"))

    async def open_direct(self, user: str) -> str:
        """Open a room for `user` and the bot alone; its name, "" where that is not said."""
        body = {"invite": [user], "is_direct": True, "preset": "trusted_private_chat"}
        return shape.text((await self.call("POST", "/v3/createRoom", json=body)).get("room_id"))

    async def receipt(self, room: str, event: str) -> None:
        """Show that all was read up to `event`; never mind when that fails."""
        path = f"/_matrix/client{_path(room)}/receipt/m.read/{quote(event, safe='')}"
        await self._client.try_once(path, headers=self._headers, json={})

    async def typing(self, room: str, user: str, milliseconds: int) -> None:
        """Show that the bot, which is `user`, writes, for so long; never mind when that fails."""
        path = f"/_matrix/client{_path(room)}/typing/{quote(user, safe='')}"
        body = {"typing": True, "timeout": milliseconds}
        await self._client.try_once(path, "PUT", headers=self._headers, json=body)

    async def leave(self, room: str) -> None:
        """Go out of `room`."""
        await self.call("POST", f"{_path(room)}/leave", json={})

    async def is_encrypted(self, room: str) -> bool:
        """Whether what is written in `room`, where the bot is, cannot be read."""
        try:
            await self.call("GET", f"{_path(room)}/state/m.room.encryption")
        except Undelivered as problem:
            if problem.reason != "refused":
                raise
            return False
        return True

    async def latest(self, room: str) -> list[dict[str, Any]]:
        """The last events of `room`, the first first."""
        query = {"dir": "b", "limit": str(MISSED)}
        path = f"{_path(room)}/messages"
        found = await self.call("GET", path, most=LONG_BYTES, params=query)
        return [{**event, "room_id": room} for event in shape.items(found.get("chunk"))[::-1]]

    async def greet(self) -> None:
        """Nothing, if it is there and knows the token; not tried again, which would hide that it
        was away."""
        path = "/_matrix/client/v3/account/whoami"
        await self._client.look("GET", path, headers=self._headers)

    async def rooms(self) -> list[str]:
        """The rooms that the bot is in."""
        found = await self.call("GET", "/v3/joined_rooms", most=LONG_BYTES)
        rooms = found.get("joined_rooms")
        return [room for room in rooms if shape.text(room)] if isinstance(rooms, list) else []

    async def count(self, room: str) -> int:
        """How many are in `room`; many where the list is too long to read, or is refused.

        Raises:
            TimeoutError: not in time.
        """
        call = self.call("GET", f"{_path(room)}/joined_members")
        try:
            found = await asyncio.wait_for(call, LOOKUP_SECONDS)
        except Undelivered as problem:
            if problem.reason != "refused":
                raise
            return MANY
        return len(shape.mapping(found.get("joined"))) or MANY

    async def send(self, room: str, content: Mapping[str, Any]) -> None:
        """Send a message. The name of the call stays the same when it is tried again, so that
        the homeserver knows it for the same message."""
        path = f"{_path(room)}/send/m.room.message/{uuid.uuid4().hex}"
        await self.call("PUT", path, json=content)


def _path(room: str) -> str:
    return f"/v3/rooms/{quote(room, safe='')}"
