"""Whose turn it is to use the processor: nobody's messages hold those of others.

Messages are understood one at a time, and the next is not the oldest, but one of whoever was
served longest ago. Cries for help go first. Understanding runs in a thread: meanwhile the loop
does all else (health, pages, answers on their way), and finds out, in a lane of its own, whether
a message that waits is a cry for help.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from enum import IntEnum
from typing import TypeVar
from weakref import WeakKeyDictionary

from vigie.server.threads import Threads

T = TypeVar("T")

HUNG_SECONDS = 10.0
"""A work that takes longer is left to itself: a hundred times what the dearest message takes."""
MOST_HUNG = 4
"""Works left to themselves; with so many, nothing more is begun and the process is not ready."""


class Rank(IntEnum):
    """What goes first."""

    URGENT = 0
    """A cry for help, or a probe of health."""
    UNDERSTAND = 1
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

    async def apart(self, rank: Rank, source: str, work: Callable[[], T]) -> T:
        """What `work` returns or raises, when it has had its turn in a thread.

        Whoever gives up waiting leaves the turn to the work until it has ended: two would hold
        each other.

        Args: as those of `turn`.

        Raises:
            asyncio.TimeoutError: it took HUNG_SECONDS; its thread goes on alone.
            Exhausted: MOST_HUNG others took as long.
        """
        await self._take(rank, source)
        working = asyncio.ensure_future(_threads.call(work, HUNG_SECONDS))
        working.add_done_callback(self._worked)
        return await asyncio.shield(working)

    def _worked(self, working: asyncio.Future[T]) -> None:
        if not working.cancelled():
            working.exception()  # nobody may be left to hear of it
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


_threads = Threads(most=MOST_HUNG, spare=1)
_Lanes = WeakKeyDictionary[asyncio.AbstractEventLoop, Lane]
_understanding: _Lanes = WeakKeyDictionary()
_judging: _Lanes = WeakKeyDictionary()


def lane() -> Lane:
    """Where the messages of the running loop are understood."""
    return _understanding.setdefault(asyncio.get_running_loop(), Lane())


def judging() -> Lane:
    """Where is found out which of them are cries for help: it waits for no understanding."""
    return _judging.setdefault(asyncio.get_running_loop(), Lane())


def hung() -> bool:
    """Whether so many works never came back that no message can be understood any more."""
    return _threads.exhausted
