"""Which rooms are a conversation of two: asked of the homeserver, then remembered for a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable

MOST = 10_000
SECONDS = 60.0
"""How long an answer holds where another process of Vigie is told of the change."""


class Rooms:
    """The rooms that the bot is in. The homeserver tells of each change; nothing is kept on
    disk."""

    def __init__(
        self,
        count: Callable[[str], Awaitable[int]],
        most: int = MOST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Remember `most` rooms.

        Args:
            count: how many people, the bot among them, are in a room; may raise.
            most: of rooms; the one that was silent for longest is forgotten.
            clock: in seconds.
        """
        self._count = count
        self._most = most
        self._clock = clock
        # Whether a room is direct, and until when that holds.
        self._direct: OrderedDict[str, tuple[bool, float]] = OrderedDict()
        self._changes = 0

    async def direct(self, room: str) -> bool:
        """Whether the bot is there with one person; raises what `count` raises."""
        direct, until = self._direct.get(room, (False, 0.0))
        if until > self._clock():
            self._direct.move_to_end(room)
            return direct
        changes = self._changes
        direct = await self._count(room) <= 2
        if changes == self._changes:  # else somebody may have come after the answer was made
            self._direct[room] = (direct, self._clock() + SECONDS)
            self._direct.move_to_end(room)
            if len(self._direct) > self._most:
                self._direct.popitem(last=False)
        return direct

    def changed(self, room: str) -> None:
        """Ask again the next time: somebody came or went."""
        self._changes += 1
        self._direct.pop(room, None)
