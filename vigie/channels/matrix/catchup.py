"""What a homeserver forgot to deliver is read in the rooms, once it can be reached.

Synapse 1.163 forgets deliveries when it stops. It keeps what is in flight, and what waits behind
it, in memory, and has noted both as done: the first lies in its database until some later
delivery fails, the others are nowhere (`appservice/scheduler.py`). Who wrote while Vigie was down
would wait for ever. An application service may not ask for all that is new (Synapse answers 500
to its /sync), so each room is asked for its last messages, after an absence and never else.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from vigie.channels.matrix import setup as matrix_setup
from vigie.channels.matrix.api import Homeserver
from vigie.channels.matrix.events import sent_at
from vigie.channels.shared.retries import Undelivered
from vigie.channels.stores.store import Store
from vigie.server.logs import error_types

log = logging.getLogger(__name__)

BOOKMARK = "matrix"
"""Under which the store keeps when both servers were last there, in seconds since 1970."""
LOOK_SECONDS = 1.5
"""How often the homeserver is looked for: what waits in one that restarts is lost, and it restarts
in 4 seconds."""
EVERY_SECONDS = 30.0
"""How often the moment is noted, and the longest pause after it was not reached."""
MARGIN_SECONDS = 90.0
"""Of what was written before that moment, this much is read again: it may have been on its way."""
FIRST_PAUSE = 2.0
"""After a homeserver was not reached; twice as long each time, up to `EVERY_SECONDS`."""
CALL_SECONDS = 15.0

Take = Callable[[Sequence[dict[str, Any]]], Awaitable[bool]]
"""See `Inbox.catch_up`."""


class CatchUp:
    """Watches a homeserver, and reads what was written while it or Vigie was away."""

    def __init__(
        self,
        homeserver: Homeserver,
        store: Store,
        take: Take,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Give to `take` what is found at `homeserver`; `store` keeps the moment."""
        self._homeserver = homeserver
        self._store = store
        self._take = take
        self._clock = clock
        self._reached = False
        self._noted = 0.0

    async def run(self) -> None:
        """Go on until cancelled."""
        pause = FIRST_PAUSE
        while True:
            if await self.once():
                pause = FIRST_PAUSE
                await asyncio.sleep(LOOK_SECONDS)
            else:
                await asyncio.sleep(pause)
                pause = min(2 * pause, EVERY_SECONDS)

    async def once(self) -> bool:
        """Look whether the homeserver is there, and read the rooms if it was not; whether it is,
        and all was taken."""
        now = self._clock()
        try:
            await asyncio.wait_for(self._homeserver.greet(), CALL_SECONDS)
            if not self._reached:
                await self._call_in()
                self._reached = await self._read_rooms()
        except (Undelivered, asyncio.TimeoutError):
            if self._reached:
                log.warning("le serveur Matrix ne répond plus")
            self._reached = False
        except Exception as problem:  # or else nobody would look again
            log.error("messages Matrix en retard non lus (%s)", error_types(problem))
            self._reached = False
        if self._reached and not 0 <= now - self._noted < EVERY_SECONDS:
            await self._store.remember(BOOKMARK, str(now))
            self._noted = now
        return self._reached

    async def _call_in(self) -> None:
        """Have the homeserver deliver now what it kept while Vigie was down: by itself, it tries
        again after 8 minutes at worst."""
        try:
            await asyncio.wait_for(matrix_setup.ping(self._homeserver.call), CALL_SECONDS)
        except (Undelivered, asyncio.TimeoutError):
            log.warning("le serveur Matrix ne joint pas Vigie")

    async def _read_rooms(self) -> bool:
        """Take what was written since the last time; the first time ever, that is nothing."""
        noted = await self._store.recall(BOOKMARK)
        if not noted:
            return True
        since = float(noted) - MARGIN_SECONDS
        for room in await asyncio.wait_for(self._homeserver.rooms(), CALL_SECONDS):
            try:
                latest = await asyncio.wait_for(self._homeserver.latest(room), CALL_SECONDS)
            except Undelivered as problem:
                if problem.reason == "unreachable":
                    raise
                continue  # a room that it does not answer for holds up no other
            late = [event for event in latest if (sent_at(event) or 0.0) >= since]
            if late and not await self._take(late):
                return False
        return True
