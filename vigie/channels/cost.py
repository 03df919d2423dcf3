"""What may be spent in a day, in segments of SMS; a person in distress is never refused."""

from __future__ import annotations

import time
from collections.abc import Callable

from vigie.channels.store import Store


class Budget:
    """The daily cap of one channel; 0 is none."""

    def __init__(
        self, store: Store, channel: str, a_day: int, clock: Callable[[], float] = time.time
    ) -> None:
        """Allow `a_day` segments between two midnights, in universal time."""
        self._store = store
        self._channel = channel
        self._a_day = a_day
        self._clock = clock
        # What this process spent on a day while the store was out of order.
        self._alone = ("", 0)

    async def allows(self, segments: int, urgent: bool) -> bool:
        """Whether a message of so many segments may go; counts it when it may."""
        if not self._a_day or not segments:
            return True
        day = time.strftime("%Y-%m-%d", time.gmtime(self._clock()))
        within = await self._store.spend(self._channel, day, segments, self._a_day)
        if within is None:
            within = self._count_alone(day, segments)
        return within or urgent

    def _count_alone(self, day: str, segments: int) -> bool:
        of_day, spent = self._alone
        spent = segments + (spent if of_day == day else 0)
        if spent > self._a_day:
            return False
        self._alone = (day, spent)
        return True
