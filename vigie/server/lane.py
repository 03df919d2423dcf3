"""Whose turn it is to use the processor: nobody's messages hold those of others.

Understanding a message cannot be interrupted, and many at once would stop the event loop until
the last is understood. So they go one at a time; the loop does all else that waits in between
(health, pages, answers on their way); and the next is not the oldest, but one of whoever was
served longest ago. Cries for help go first.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import IntEnum
from weakref import WeakKeyDictionary


class Rank(IntEnum):
    """What goes first."""

    URGENT = 0
    """A cry for help, or a probe of health."""
    JUDGE = 1
    """To find out whether a message is a cry for help."""
    UNDERSTAND = 2
    """All other messages."""


Line = deque["asyncio.Future[None]"]


class Lane:
    """Lets one in at a time."""

    def __init__(self) -> None:
        """A lane of the running loop; see `lane`."""
        self._taken = False
        # Those of one source in their order; the source that was served last is at the end.
        self._lines: dict[Rank, OrderedDict[str, Line]] = {rank: OrderedDict() for rank in Rank}

    @asynccontextmanager
    async def turn(self, rank: Rank, source: str) -> AsyncIterator[None]:
        """Wait for a turn, and have it.

        Args:
            rank: the lowest goes first.
            source: who asks (an address, a person); sources take turns.
        """
        await self._take(rank, source)
        try:
            yield
        finally:
            self._rest()

    async def _take(self, rank: Rank, source: str) -> None:
        if not self._taken:
            self._taken = True
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._lines[rank].setdefault(source, deque()).append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._rest()  # it was ours already
            raise

    def _rest(self) -> None:
        """Let the next in, once the loop has looked after all else."""
        asyncio.get_running_loop().call_soon(self._next)

    def _next(self) -> None:
        for rank in Rank:
            lines = self._lines[rank]
            while lines:
                source, line = lines.popitem(last=False)
                turn = line.popleft()
                if line:
                    lines[source] = line
                if not turn.done():  # or else it was given up
                    turn.set_result(None)
                    return
        self._taken = False


_lanes: WeakKeyDictionary[asyncio.AbstractEventLoop, Lane] = WeakKeyDictionary()


def lane() -> Lane:
    """The lane of the running loop."""
    return _lanes.setdefault(asyncio.get_running_loop(), Lane())
