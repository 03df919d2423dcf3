"""Conversations that a person has taken over: Vigie is silent there, but for help."""

from __future__ import annotations

import time
from collections.abc import Callable

from vigie.channels.stores.store import Store

PAUSE_SECONDS = 86_400.0
"""How long somebody's conversation stays theirs after the last that was heard of it: nobody must
be left without an answer because it was never closed."""


class Pauses:
    """Which conversations of one channel are paused. Kept with the rest of its memory."""

    def __init__(self, store: Store, channel: str, clock: Callable[[], float] = time.time) -> None:
        """Keep them in `store`."""
        self._store = store
        self._channel = channel
        self._clock = clock

    async def pause(self, person: str) -> None:
        """Be silent towards `person` (a pseudonym), for `PAUSE_SECONDS` from now at most."""
        await self._store.remember(self._place(person), str(self._clock() + PAUSE_SECONDS))

    async def resume(self, person: str) -> bool:
        """Answer `person` again; whether they were not answered."""
        known = await self.paused(person)
        if known:
            await self._store.remember(self._place(person), "")
        return known

    async def paused(self, person: str) -> bool:
        """Whether somebody else answers `person`."""
        until = await self._store.recall(self._place(person))
        if until and float(until) <= self._clock():
            await self._store.remember(self._place(person), "")
            return False
        return bool(until)

    def _place(self, person: str) -> str:
        return f"paused:{self._channel}:{person}"
