"""The bot's own device on Matrix: it deciphers what comes, and enciphers what goes."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import nio
from keys import take_up, write
from nio.store import SqliteStore
from pulse import Pulse
from rooms import AGAIN_SECONDS, ANSWERED, INVITES, Seldom, is_private, passed_on, plain
from server import Vigie
from settings import Settings

log = logging.getLogger("bridge")

SYNC_MS = 30_000
HURRY_MS = 1_000
"""How long a sync waits while a key is expected."""
KEY_SECONDS = 15.0
"""How long a message waits for the key that deciphers it: it may come after the message."""
EARLIER_MS = 60_000
"""How long before an invitation something may have been said for it to be meant for the bot."""
FILTER = {"room": {"timeline": {"limit": 50}}}
"""Messages of a room that are read after a silence; by itself, a homeserver gives ten."""
MOST_LATE = 500
"""Messages that Vigie has not taken, beyond which no more are fetched."""
STATUSES = {"M_LIMIT_EXCEEDED": 429, "M_FORBIDDEN": 403, "M_NOT_FOUND": 404}


class Device:
    """One device, which keeps its keys from one start to the next."""

    def __init__(self, settings: Settings, vigie: Vigie) -> None:
        self._settings = settings
        self._vigie = vigie
        self._where = settings.folder / "suite"
        config = nio.AsyncClientConfig(
            store=SqliteStore,
            store_name="cles.sqlite",
            pickle_key=settings.store_key,
            max_timeout_retry_wait_time=5,
        )
        self.client = nio.AsyncClient(
            settings.homeserver, settings.user_id, store_path=str(settings.folder), config=config
        )
        self.pulse = Pulse()
        self._words: Mapping[str, str] = {}
        self._invites = Seldom(INVITES, 60)
        self._since: dict[str, float] = {}
        self._unread = Seldom(1, AGAIN_SECONDS)
        # What came with the last sync, by room; and what waits for its key, with its deadline.
        self._come: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._waiting: list[tuple[nio.MegolmEvent, float]] = []
        # What Vigie did not take at once.
        self._late: set[asyncio.Task[None]] = set()
        self.client.add_event_callback(self._said, nio.Event)
        self.client.add_event_callback(self._invited, nio.InviteMemberEvent)

    async def login(self) -> None:
        """Take up the device, with its keys; see `keys.take_up`."""
        await take_up(self.client, self._settings)
        self.pulse.logged_in = True

    async def run(self) -> None:
        """Listen for ever."""
        self._words = await self._vigie.words()
        since = self._where.read_text("utf-8") if self._where.is_file() else None
        fresh, full = since is None, True
        while True:
            wait = 0 if full else HURRY_MS if self._waiting else SYNC_MS
            found = await self.client.sync(
                timeout=wait, since=since, sync_filter=FILTER, full_state=full
            )
            if isinstance(found, nio.SyncError):
                log.error("le serveur Matrix refuse (%s)", found.status_code)
                await asyncio.sleep(5)
                continue
            self.pulse.beat()
            await self._keys()
            if fresh:  # what was written before there was a device is not for it
                self._come.clear()
                self._waiting.clear()
            await self._leave_what_is_open(found)
            self._try_again()
            await self._pass_on()
            if not self._late:  # who dies before is told of the same again; Vigie takes it once
                write(self._where, found.next_batch)
            since, fresh, full = None, False, False

    async def _keys(self) -> None:
        """Publish our keys, learn those of others, and send what waits for them."""
        client = self.client
        if client.should_upload_keys:
            await client.keys_upload()
        if client.should_query_keys:
            await client.keys_query()
        if client.should_claim_keys:
            await client.keys_claim(client.get_users_for_key_claiming())
        await client.send_to_device_messages()

    async def _said(self, room: nio.MatrixRoom, event: nio.Event) -> None:
        if event.sender == self.client.user_id:
            return
        if event.server_timestamp < self._since.get(room.room_id, 0):
            return  # it was told to others, and its key is not for us
        if isinstance(event, nio.MegolmEvent):
            self._waiting.append((event, time.monotonic() + KEY_SECONDS))
            with contextlib.suppress(nio.LocalProtocolError):  # its key is asked for already
                await self.client.request_room_key(event)
        elif event.source.get("type") in ANSWERED:
            self._come[room.room_id].append(passed_on(room, event.source))

    def _try_again(self) -> None:
        """Decipher what could not be, now that other keys may be there; say so when none comes."""
        waiting, self._waiting = self._waiting, []
        for event, until in waiting:
            room = self.client.rooms.get(event.room_id)
            if room is None:
                continue
            try:
                clear = self.client.decrypt_event(event)
            except nio.EncryptionError:
                if time.monotonic() < until:
                    self._waiting.append((event, until))
                elif self._unread.take(event.room_id):
                    self._come[event.room_id].append({"unreadable": True})
                continue
            if clear.source.get("type") in ANSWERED:
                self._come[event.room_id].append(passed_on(room, clear.source))

    async def _pass_on(self) -> None:
        """Give Vigie what came: what was said in one room in its order, rooms side by side."""
        come, self._come = self._come, defaultdict(list)
        await asyncio.gather(*(self._tell(room, events) for room, events in come.items()))
        if len(self._late) > MOST_LATE:
            await asyncio.wait(self._late, return_when=asyncio.FIRST_COMPLETED)

    async def _tell(self, room: str, events: list[dict[str, Any]]) -> None:
        """Give events to Vigie one by one. One that it does not take now holds up none after it:
        that may be a cry for help, for which it has room when it has for nothing else."""
        for event in events:
            if "unreadable" in event:
                await self.send(room, plain(self._words["unreadable"]), "")
            elif not await self._vigie.offer(event):
                task = asyncio.create_task(self._vigie.insist(event))
                self._late.add(task)
                task.add_done_callback(self._late.discard)

    async def _invited(self, room: nio.MatrixRoom, event: nio.InviteMemberEvent) -> None:
        ours = event.state_key == self.client.user_id and event.membership == "invite"
        if ours and self._invites.take(event.sender):
            self._since[room.room_id] = time.time() * 1_000 - EARLIER_MS
            await self.client.join(room.room_id)

    async def _leave_what_is_open(self, found: nio.SyncResponse) -> None:
        """Say why and go, where others could read; go where nobody is."""
        for name in found.rooms.join:
            room = self.client.rooms.get(name)
            if room is None:
                continue
            if not is_private(room):
                self._come.pop(name, None)
                await self.send(name, plain(self._words["open"]), "")
                await self.client.room_leave(name)
            elif room.joined_count == 1 and not room.invited_count:
                self._come.pop(name, None)
                await self.client.room_leave(name)

    async def send(self, room: str, content: Mapping[str, Any], name: str) -> int:
        """Send to a room, enciphered where the room is; the HTTP status of what came of it."""
        if not self.pulse.begun:  # no room is known yet: Vigie tries again
            return 503
        if room not in self.client.rooms:
            return 404
        try:
            if self.client.should_query_keys:  # or a new device could not read it
                await self.client.keys_query()
            sent = await self.client.room_send(
                room, "m.room.message", dict(content), name or None, ignore_unverified_devices=True
            )
        except nio.LocalProtocolError as problem:
            log.error("message non chiffré (%s)", type(problem).__name__)
            return 502
        except (asyncio.TimeoutError, OSError, nio.SendRetryError) as problem:
            log.error("message non envoyé (%s)", type(problem).__name__)
            return 502
        if isinstance(sent, nio.ErrorResponse):
            log.error("message refusé (%s)", sent.status_code)
            return STATUSES.get(str(sent.status_code), 502)
        return 200
