"""A lock store whose second message waits milliseconds for the first, not a second."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore

from vigie.server.standins import nearest

POLL_SECONDS = 0.02


class MemoryLocks(InMemoryLockStore):
    """Rasa's in-memory locks, polled every 20 ms (stock: 1 s, so 3 messages took 2 s)."""

    def __init__(self, endpoint_config: Any = None) -> None:
        """Take the keys of `lock_store:` in endpoints.yml: `actions: here` lets Rasa's own commands
        do without an action server (see `nearest`), as each of them makes a lock store."""
        super().__init__()
        if getattr(endpoint_config, "kwargs", {}).get("actions") == "here":
            nearest.install()

    @asynccontextmanager
    async def lock(
        self,
        conversation_id: str,
        lock_lifetime: float = LOCK_LIFETIME,
        wait_time_in_seconds: float = POLL_SECONDS,
    ) -> AsyncGenerator[TicketLock, None]:
        """Hold the lock of a conversation; messages of one sender are answered in order."""
        async with super().lock(conversation_id, lock_lifetime, wait_time_in_seconds) as ticket:
            yield ticket
