"""Signs that a message was read, and that its answer is being written.

They run beside the answer, which never waits for them; one that fails is no failure of anything.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, Optional, Protocol

from vigie.channels.shared.inbound import Inbound
from vigie.server.logs import error_types

log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.4
"""An answer that is there by then needs no sign that it is being written: such a sign, come late,
would stand after it."""
EVERY_SECONDS = 4.5
"""How often that is said again: Telegram shows it for 5 seconds."""
TIMES = 6
CALLBACK = "callback"
"""Under which `Inbound.extra` holds the name of a button that was pressed."""
MOST = 32
"""Signs on their way at once; those beyond are not given."""


class Signer(Protocol):
    """What a platform's own module knows to show; each tries once, and raises nothing."""

    async def acknowledge(self, inbound: Inbound) -> None:
        """Tell the platform that `inbound` was read."""

    async def writing(self, inbound: Inbound) -> None:
        """Show who wrote `inbound` that an answer is being written."""


class Signs:
    """Gives the signs of one channel."""

    def __init__(self, signer: Signer) -> None:
        """Give them through `signer`."""
        self._signer = signer
        # The loop keeps only weak references to tasks.
        self._tasks: set[asyncio.Task[None]] = set()

    @contextmanager
    def answering(self, inbound: Inbound, hushed: Callable[[], Awaitable[bool]]) -> Iterator[None]:
        """Give the signs for `inbound` while the answer is looked for.

        Args:
            inbound: what is answered.
            hushed: whether its author is told nothing, and no answer is written.
        """
        self._begin(self._read(inbound, hushed))
        writing = self._begin(self._write(inbound, hushed))
        try:
            yield
        finally:
            if writing is not None:
                writing.cancel()

    def _begin(self, sign: Coroutine[Any, Any, None]) -> Optional[asyncio.Task[None]]:
        """Give one sign in the background; None where there are too many."""
        if len(self._tasks) >= MOST:
            sign.close()
            return None
        task = asyncio.create_task(_quietly(sign))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _read(self, inbound: Inbound, hushed: Callable[[], Awaitable[bool]]) -> None:
        # Where somebody else answers, nothing is read until they read it. A button that was
        # pressed turns until it is told that it was.
        if CALLBACK in inbound.extra or not await hushed():
            await self._signer.acknowledge(inbound)

    async def _write(self, inbound: Inbound, hushed: Callable[[], Awaitable[bool]]) -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        if await hushed():
            return
        for _ in range(TIMES):
            await self._signer.writing(inbound)
            await asyncio.sleep(EVERY_SECONDS)

    def stop(self) -> None:
        """Give no more of them."""
        for task in self._tasks:
            task.cancel()


async def _quietly(sign: Coroutine[Any, Any, None]) -> None:
    try:
        await sign
    except Exception as problem:
        log.debug("signe de lecture non donné (%s)", error_types(problem))
