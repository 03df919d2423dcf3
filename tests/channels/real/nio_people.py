"""People with a Matrix client. Runs in .venv-matrix, in a process apart from all else here; with
a folder for keys, in .venv-matrix-e2e, where clients encipher.

Reads calls of nio from standard input, one JSON object a line; writes their results to standard
output in the same form, and what people hear.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any
from urllib.parse import quote

import aiohttp
from nio import AsyncClient, AsyncClientConfig, ErrorResponse, RoomMemberEvent, RoomMessage

PASSWORD = "only-for-a-test"


def tell(**what: Any) -> None:
    print(json.dumps(what), flush=True)


class Person:
    """One client, which listens until the process ends."""

    def __init__(self, url: str, name: str, keys: str) -> None:
        self.name = name
        # By itself it waits up to a minute for a server that is being restarted.
        config = AsyncClientConfig(max_timeout_retry_wait_time=0.3)
        self.client = AsyncClient(url, name, store_path=keys, config=config)
        self.client.add_event_callback(self.hear, (RoomMessage, RoomMemberEvent))

    async def hear(self, room: Any, event: Any) -> None:
        if event.sender != self.client.user_id:
            tell(hears=self.name, room=room.room_id, event=event.source, secret=event.decrypted)

    async def register(self) -> Any:
        done = await self.client.register(self.name, PASSWORD)
        self.listening = asyncio.create_task(self.client.sync_forever(timeout=5_000))
        return done


async def invitations(client: AsyncClient) -> dict[str, Any]:
    return {"rooms": list(client.invited_rooms)}


async def receipts(client: AsyncClient, room_id: str, user: str) -> dict[str, Any]:
    return {"receipts": [name for name in client.rooms[room_id].read_receipts if name == user]}


async def upgrade(client: AsyncClient, room_id: str, new_version: str) -> dict[str, Any]:
    """By the homeserver: what nio has for that is refused by rooms of today."""
    path = f"{client.homeserver}/_matrix/client/v3/rooms/{quote(room_id, safe='')}/upgrade"
    headers = {"Authorization": f"Bearer {client.access_token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        response = await session.post(path, json={"new_version": new_version})
        told: dict[str, Any] = await response.json()
    return told


APART = {call.__name__: call for call in (invitations, receipts, upgrade)}
"""What is asked for, besides the calls of nio."""


async def obey(people: dict[str, Person], url: str, keys: str, order: dict[str, Any]) -> None:
    name, call = order["as"], order["call"]
    try:
        if call in APART:
            found = await APART[call](people[name].client, **order["with"])
            tell(number=order["number"], **found)
            return
        if call == "register":
            people[name] = Person(url, name, keys)
            done = await people[name].register()
        else:
            done = await getattr(people[name].client, call)(**order["with"])
    except Exception as problem:
        tell(number=order["number"], error=repr(problem))
        return
    if isinstance(done, ErrorResponse):
        tell(number=order["number"], error=repr(done))
    else:
        names = ("room_id", "event_id", "user_id", "access_token")
        tell(number=order["number"], **{n: v for n in names if (v := getattr(done, n, None))})


async def main(url: str, keys: str = "") -> None:
    people: dict[str, Person] = {}
    loop = asyncio.get_running_loop()
    orders = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    tasks = set()
    tell(ready=True)
    while line := await orders.readline():
        task = asyncio.create_task(obey(people, url, keys, json.loads(line)))
        tasks.add(task)
        task.add_done_callback(tasks.discard)


asyncio.run(main(*sys.argv[1:]))
