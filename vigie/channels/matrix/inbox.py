"""What becomes of the events that a Matrix homeserver delivers."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from vigie.channels.matrix.api import Homeserver
from vigie.channels.matrix.doors import Doors
from vigie.channels.matrix.events import (
    Invite,
    Message,
    Reader,
    changes_members,
    is_encrypted,
    leaves,
    moves_to,
)
from vigie.channels.matrix.messages import inbound_of
from vigie.channels.matrix.privacy import Privacy
from vigie.channels.matrix.rooms import Rooms
from vigie.channels.shared import counters, shape
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.pseudonym import Pseudonyms
from vigie.channels.shared.retries import Undelivered
from vigie.channels.shared.worker import Worker
from vigie.channels.stores.store import Store
from vigie.server.logs import error_types

log = logging.getLogger(__name__)

RECENT = 10_000
"""How many events are known for having been delivered, until the next `Inbox.catch_up`."""
DELIVERIES = 5
"""How often a message is sent back because the homeserver does not say who is in its room."""


@dataclass(frozen=True)
class Tools:
    """What an inbox works with."""

    channel: str
    user_id: str
    reader: Reader
    homeserver: Homeserver
    privacy: Privacy
    names: Pseudonyms
    store: Store
    worker: Worker
    accept: Callable[[Sequence[Inbound]], Awaitable[bool]]
    """See `Gateway.accept`."""
    ignore: Callable[[], None]
    """Count an event that needs no answer."""


class Inbox:
    """Queues messages to be answered, and rooms to be entered or left."""

    def __init__(self, tools: Tools) -> None:
        """Work with `tools`."""
        self._tools = tools
        self._rooms = Rooms(tools.homeserver.count)
        self._doors = Doors(tools.channel, tools.homeserver, tools.worker, self._missed)
        self._stuck = ("", 0)
        self._recent: OrderedDict[str, None] = OrderedDict()
        # The loop keeps only weak references to tasks.
        self._taking: set[asyncio.Task[bool]] = set()

    async def take(self, events: Sequence[dict[str, Any]]) -> bool:
        """Queue what events ask for; False when there is no room, or no homeserver to ask, and
        they must be delivered again."""
        # Whoever hangs up cancels the request; what is noted as seen must be queued all the same.
        task = asyncio.create_task(self._take_all(events))
        self._taking.add(task)
        task.add_done_callback(self._taking.discard)
        return await asyncio.shield(task)

    async def catch_up(self, events: Sequence[dict[str, Any]]) -> bool:
        """As `take`, for events that were delivered too, or should have been."""
        return await self.take([e for e in events if e.get("event_id") not in self._recent])

    async def _take_all(self, events: Sequence[dict[str, Any]]) -> bool:
        for event in events:
            try:
                if not await self._take(event):
                    return False
            except Exception as problem:  # or else it would be delivered for ever
                log.error("événement Matrix non traité (%s)", error_types(problem))
                counters.DEAD_LETTERS.labels(self._tools.channel, "error").inc()
            self._note(shape.text(event.get("event_id")))
        return True

    def _note(self, name: str) -> None:
        self._recent[name] = None
        if len(self._recent) > RECENT:
            self._recent.popitem(last=False)

    async def _take(self, event: dict[str, Any]) -> bool:
        tools, room = self._tools, shape.text(event.get("room_id"))
        if changes_members(event):
            self._rooms.changed(room)
        if leaves(event):
            tools.privacy.forget(room)
        if invite := tools.reader.invite(event):
            return await self._invited(invite)
        if is_encrypted(event):
            return self._doors.encrypted(room)
        if leaves(event) and event.get("state_key") != tools.user_id:
            return self._doors.lonely(room)
        if successor := moves_to(event):
            mover = shape.text(event.get("sender"))
            return self._doors.moved(room, successor, mover, tools.names.of_person(mover))
        if message := tools.reader.message(event):
            return await self._asked(message)
        tools.ignore()
        return True

    async def _asked(self, message: Message) -> bool:
        """Queue a message, unless it is said in a group, and not to the bot."""
        mentioned = message.mentioned
        try:
            direct = await self._rooms.direct(message.room)
            if direct:
                self._tools.privacy.note(message.sender, message.room)
            elif not mentioned and message.replies_to:
                mentioned = await self._is_ours(message.room, message.replies_to)
        except (Undelivered, asyncio.TimeoutError):
            if not self._tried_enough(message):
                return False
            direct = False
        if direct or mentioned:
            return await self._tools.accept([inbound_of(message, direct)])
        self._tools.ignore()
        return True

    async def _is_ours(self, room: str, event: str) -> bool:
        """Whether the bot wrote an event: not all clients mention whom they reply to."""
        return await self._tools.homeserver.author(room, event) == self._tools.user_id

    def _tried_enough(self, message: Message) -> bool:
        """Whether `message` came often enough: the homeserver delivers in order, and one room that
        it does not answer for must not hold up all others."""
        name, times = self._stuck
        self._stuck = (message.id, times + 1 if name == message.id else 1)
        return self._stuck[1] > DELIVERIES

    async def _invited(self, invite: Invite) -> bool:
        tools = self._tools
        if not tools.worker.reserve(1):
            return False
        if await tools.store.first_time(tools.names.of_message(invite.id)):
            self._doors.follow(invite, tools.names.of_person(invite.sender))
        else:
            tools.worker.release()
        return True

    async def _missed(self, invite: Invite, latest: Sequence[dict[str, Any]]) -> None:
        """Answer what was written in a room between an invitation and the bot's coming."""
        self._rooms.changed(invite.room)
        for event in latest:
            message = self._tools.reader.message(event)
            if message and (message.sent_at or 0.0) >= invite.sent_at:
                await self._asked(message)
