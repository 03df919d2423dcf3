"""What may be spent in a day, in segments of SMS; a person in distress is never refused."""

from __future__ import annotations

import time
from collections.abc import Callable

from vigie.channels.stores.store import Store

SERVICE_SEGMENTS = 12
"""What the words of service (AIDE, STOP, REPRENDRE) may cost one person in a day, whatever else was
spent: whoever asks for help, or for silence, is told so."""


class Budget:
    """The daily cap of one channel, and of each person on it; 0 is none."""

    def __init__(
        self,
        store: Store,
        channel: str,
        a_day: int,
        clock: Callable[[], float] = time.time,
        a_person: int = 0,
    ) -> None:
        """Allow `a_day` segments between two midnights, in universal time, and `a_person` of
        them to each person: nobody spends what is there for all."""
        self._store = store
        self._channel = channel
        self._a_day = a_day
        self._a_person = a_person
        self._clock = clock
        # What this process spent on a day while the store was out of order.
        self._alone: tuple[str, dict[str, int]] = ("", {})

    async def allows(
        self, segments: int, urgent: bool, person: str = "", service: bool = False
    ) -> bool:
        """Whether a message of so many segments may go; counts it when it may.

        Args:
            segments: what it costs.
            urgent: it is help, and goes in any case.
            person: who gets it (a pseudonym).
            service: it answers a word of service.
        """
        if not segments:
            return True
        if service and person:
            return await self._spend(
                f"{self._channel}:{person}:service", segments, SERVICE_SEGMENTS
            )
        own = urgent or await self._spend(f"{self._channel}:{person}", segments, self._a_person)
        return (own and await self._spend(self._channel, segments, self._a_day)) or urgent

    async def _spend(self, account: str, segments: int, most: int) -> bool:
        if not most:
            return True
        day = time.strftime("%Y-%m-%d", time.gmtime(self._clock()))
        within = await self._store.spend(account, day, segments, most)
        return self._count_alone(account, day, segments, most) if within is None else within

    def _count_alone(self, account: str, day: str, segments: int, most: int) -> bool:
        of_day, spent = self._alone
        spent = spent if of_day == day else {}
        total = spent.get(account, 0) + segments
        if total > most:
            return False
        self._alone = (day, {**spent, account: total})
        return True
