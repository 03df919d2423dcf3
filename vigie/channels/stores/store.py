"""What the channels must remember of messages and of people: never a text, never an address.

People and messages go by the names that `Pseudonyms` gives them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Sequence
from typing import Optional, Protocol, TypeVar

from vigie.channels.stores.held import Orphan
from vigie.server.logs import error_types

log = logging.getLogger(__name__)

Got = TypeVar("Got")

SEEN_SECONDS = 7 * 86_400.0
"""How long a platform may deliver the same message again: Meta does for days."""
GREETED_SECONDS = 30 * 86_400.0
"""How long somebody counts as known since their last message; then they are told again who
reads."""
MORE_SECONDS = 1_800.0
"""How long the rest of an answer waits for "SUITE"."""


class Store(Protocol):
    """One memory for all processes that serve the same channels. Each call is atomic."""

    async def first_time(self, message: str) -> bool:
        """Whether `message` was never seen; it is, from now on."""

    async def hold(self, box: str, message: str, sealed: str) -> bool:
        """Keep a message in `box` until it is answered, as this process's; whether nobody held it
        yet."""

    async def let_go(self, box: str, message: str) -> None:
        """Forget a message that was held: it is answered, or given up."""

    async def orphans(self, box: str) -> list[Orphan]:
        """Say that this process is alive; what dead ones held in `box`, which is its own now."""

    async def stop(self, person: str) -> None:
        """Note that `person` wants no more messages; kept until they resume."""

    async def resume(self, person: str) -> bool:
        """Undo `stop`; whether there was anything to undo."""

    async def stopped(self, person: str) -> bool:
        """Whether `person` wants no more messages."""

    async def greet(self, person: str) -> bool:
        """Whether `person` is new, or was not heard of for long; they are known from now on."""

    async def spend(self, account: str, day: str, amount: int, most: int) -> Optional[bool]:
        """Add `amount` to what `account` spent on `day`, unless that makes more than `most`.

        Returns:
            Whether it was added; None when that cannot be known.
        """

    async def keep(self, person: str, parts: Sequence[str]) -> None:
        """Keep the rest of an answer for a while, instead of any earlier one; [] for nothing."""

    async def kept(self, person: str) -> list[str]:
        """The rest of an answer, which is forgotten now; [] for nothing."""

    async def remember(self, name: str, place: str) -> None:
        """Keep `place`, how far something was read, under `name`; "" to forget it."""

    async def recall(self, name: str) -> str:
        """What is kept under `name`; "" for nothing."""

    async def close(self) -> None:
        """Let go of files and connections."""


class Careful:
    """A store that may be out of order: people are answered all the same, and no `Store` raises.

    A message may then be answered twice, which is better than not at all.
    """

    def __init__(self, store: Store, seconds: float = 2.0) -> None:
        """Ask `store`, each time for `seconds` at most."""
        self._store = store
        self._seconds = seconds

    async def _try(self, call: Awaitable[Got], otherwise: Got) -> Got:
        try:
            return await asyncio.wait_for(call, self._seconds)
        except Exception as problem:
            log.error("mémoire des canaux en panne (%s)", error_types(problem))
            return otherwise

    async def first_time(self, message: str) -> bool:
        """See `Store`; True."""
        return await self._try(self._store.first_time(message), True)

    async def hold(self, box: str, message: str, sealed: str) -> bool:
        """See `Store`; True."""
        return await self._try(self._store.hold(box, message, sealed), True)

    async def let_go(self, box: str, message: str) -> None:
        """See `Store`."""
        await self._try(self._store.let_go(box, message), None)

    async def orphans(self, box: str) -> list[Orphan]:
        """See `Store`; []."""
        return await self._try(self._store.orphans(box), [])

    async def stop(self, person: str) -> None:
        """See `Store`."""
        await self._try(self._store.stop(person), None)

    async def resume(self, person: str) -> bool:
        """See `Store`; False."""
        return await self._try(self._store.resume(person), False)

    async def stopped(self, person: str) -> bool:
        """See `Store`; False."""
        return await self._try(self._store.stopped(person), False)

    async def greet(self, person: str) -> bool:
        """See `Store`; False."""
        return await self._try(self._store.greet(person), False)

    async def spend(self, account: str, day: str, amount: int, most: int) -> Optional[bool]:
        """See `Store`; None."""
        return await self._try(self._store.spend(account, day, amount, most), None)

    async def keep(self, person: str, parts: Sequence[str]) -> None:
        """See `Store`."""
        await self._try(self._store.keep(person, parts), None)

    async def kept(self, person: str) -> list[str]:
        """See `Store`; []."""
        return await self._try(self._store.kept(person), [])

    async def remember(self, name: str, place: str) -> None:
        """See `Store`."""
        await self._try(self._store.remember(name, place), None)

    async def recall(self, name: str) -> str:
        """See `Store`; ""."""
        return await self._try(self._store.recall(name), "")

    async def close(self) -> None:
        """See `Store`."""
        await self._try(self._store.close(), None)
