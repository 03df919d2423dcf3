"""How fast messages leave: a token bucket for each chat, and one for all."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable

_ALL = ""


class Pacer:
    """Makes senders wait their turn. A chat that is quiet may say a few messages at once."""

    def __init__(
        self,
        per_second: float,
        overall: float,
        burst: int = 3,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        """Let `per_second` messages go to each chat, and `overall` in all."""
        self._interval = 1 / per_second
        self._overall = 1 / overall
        self._burst = burst
        self._clock = clock
        self._sleep = sleep
        # When the bucket of a chat is full again; the one that was used last is at the end.
        self._full: OrderedDict[str, float] = OrderedDict()

    async def wait(self, chat: str, slower: float = 0.0, urgent: bool = False) -> None:
        """Return when a message to `chat` may go.

        Args:
            chat: names the chat; never "".
            urgent: it goes at once, and those after it wait for longer.
            slower: the least seconds between two messages to it, where that is more than usual.
        """
        delay = max(self._take(chat, max(self._interval, slower)), self._take(_ALL, self._overall))
        if delay > 0 and not urgent:
            await self._sleep(delay)

    def _take(self, key: str, interval: float) -> float:
        """Take a token; the seconds until it is there."""
        now = self._clock()
        full = max(now, self._full.pop(key, now)) + interval
        self._full[key] = full
        while next(iter(self._full.values())) <= now:
            self._full.popitem(last=False)
        return full - now - self._burst * interval
