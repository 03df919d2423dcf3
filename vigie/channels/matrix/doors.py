"""Rooms that the bot enters and leaves: it follows invitations, and stays nowhere for nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from vigie.channels.matrix.api import Homeserver
from vigie.channels.matrix.events import Invite
from vigie.channels.matrix.messages import content_of
from vigie.channels.shared import counters, texts
from vigie.channels.shared.retries import Undelivered
from vigie.channels.shared.worker import Job, Worker
from vigie.server.rates import Buckets

INVITES = 10
"""How many invitations of one person are followed in a minute."""

Missed = Callable[[Invite, Sequence[dict[str, Any]]], Awaitable[None]]
"""Called with an invitation that was followed, and the last events of its room."""


class Doors:
    """Goes in and out, in the background; all of one room in order."""

    def __init__(
        self, channel: str, homeserver: Homeserver, worker: Worker, missed: Missed
    ) -> None:
        """Call `homeserver` in jobs of `worker`; see `Missed`."""
        self._channel = channel
        self._homeserver = homeserver
        self._worker = worker
        self._missed = missed
        self._rates = Buckets(INVITES)
        # Rooms that are looked at: many events ask for the same at once.
        self._busy: set[str] = set()

    def follow(self, invite: Invite, inviter: str) -> None:
        """Enter a room, for which a job was reserved, unless `inviter` (a pseudonym) invites
        without end."""
        if self._rates.take(inviter):
            self._worker.put(_key(invite.room), lambda: self._enter(invite))
        else:
            self._worker.release()
            counters.RECEIVED.labels(self._channel, "too_fast").inc()

    def moved(self, room: str, successor: str, mover: str, pseudonym: str) -> bool:
        """Follow `mover` (known as `pseudonym`) from `room` into the one that takes its place,
        unless they move without end; whether there is room for that. Where only who is invited
        gets in, an invitation follows, and is followed."""
        if not self._rates.take(pseudonym):
            return True
        server = mover.partition(":")[2] or successor.partition(":")[2]
        return self._once(room, lambda: self._move(room, successor, server))

    def encrypted(self, room: str) -> bool:
        """Say that `room` cannot be read, and leave it; whether there is room for that."""
        return self._once(room, lambda: self._farewell(room))

    def lonely(self, room: str) -> bool:
        """Leave `room` if nobody else is there; whether there is room for that."""
        return self._once(room, lambda: self._leave_if_alone(room))

    def _once(self, room: str, work: Job) -> bool:
        """Queue work in a room, unless there is some already."""
        if room in self._busy:
            return True
        if not self._worker.reserve(1):
            return False
        self._busy.add(room)

        async def job() -> None:
            try:
                await work()
            finally:
                self._busy.discard(room)

        self._worker.put(_key(room), job)
        return True

    async def _enter(self, invite: Invite) -> None:
        """Enter a room, and answer what was written there since the invitation: that is often
        sent in the same breath, and the homeserver delivers it to members only."""
        try:
            await self._homeserver.join(invite.room)
            if await self._homeserver.is_encrypted(invite.room):
                await self._farewell(invite.room)
                return
            latest = await self._homeserver.latest(invite.room)
        except Undelivered as problem:
            counters.DEAD_LETTERS.labels(self._channel, problem.reason).inc()
            return
        await self._missed(invite, latest)

    async def _move(self, room: str, successor: str, server: str) -> None:
        try:
            await self._homeserver.move(successor, server)
            await self._homeserver.leave(room)
        except Undelivered as problem:
            if problem.reason != "refused":
                counters.DEAD_LETTERS.labels(self._channel, problem.reason).inc()

    async def _farewell(self, room: str) -> None:
        try:
            await self._homeserver.send(room, content_of(texts.ENCRYPTED, {}))
            counters.SENT.labels(self._channel).inc()
            await self._homeserver.leave(room)
        except Undelivered as problem:
            if problem.reason != "refused":  # not there any more
                counters.DEAD_LETTERS.labels(self._channel, problem.reason).inc()

    async def _leave_if_alone(self, room: str) -> None:
        try:
            if await self._homeserver.count(room) == 1:
                await self._homeserver.leave(room)
        except Undelivered:
            return  # asked again when somebody else goes


def _key(room: str) -> str:
    return f"room {room}"
