"""Which rooms are a conversation of two: asked of the homeserver once, then remembered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable

MOST = 10_000


class Rooms:
    """The rooms that the bot is in. The homeserver tells of each change, so that what is
    remembered never goes stale; nothing is kept on disk."""

    def __init__(self, count: Callable[[str], Awaitable[int]], most: int = MOST) -> None:
        """Remember `most` rooms.

        Args:
            count: how many people, the bot among them, are in a room; may raise.
            most: of rooms; the one that was silent for longest is forgotten.
        """
        self._count = count
        self._most = most
        self._direct: OrderedDict[str, bool] = OrderedDict()
        self._changes = 0

    async def direct(self, room: str) -> bool:
        """Whether the bot is there with one person; raises what `count` raises."""
        if room in self._direct:
            self._direct.move_to_end(room)
            return self._direct[room]
        changes = self._changes
        direct = await self._count(room) <= 2
        if changes == self._changes:  # else somebody may have come after the answer was made
            self._direct[room] = direct
            if len(self._direct) > self._most:
                self._direct.popitem(last=False)
        return direct

    def changed(self, room: str) -> None:
        """Ask again the next time: somebody came or went."""
        self._changes += 1
        self._direct.pop(room, None)
