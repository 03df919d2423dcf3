"""One turn at a time for each conversation, in order of arrival, whichever replica has it.

Rasa's own Redis locks read, change and write back, so that two replicas may get the same ticket,
and they look again once a second. Here a script takes a ticket at once, and looks every 20 ms.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Optional

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, RedisLockStore
from rasa.utils.endpoints import EndpointConfig

from vigie.server import turn
from vigie.server.locks import MemoryLocks
from vigie.server.redis.link import Down, shared
from vigie.server.redis.options import Options
from vigie.server.redis.tickets import POLL_SECONDS, Ticket, Tickets

# Turns that compute at once in one process. Few, so that the event loop comes round often
# enough to read what Redis answered: an answer that waits makes each turn longer.
COMPUTING = 8


class RedisLocks(RedisLockStore):
    """Tickets in Redis; while Redis is down, order holds within this process only."""

    def __init__(self, endpoint_config: Optional[EndpointConfig] = None) -> None:
        """Take `lock_store:` of endpoints.yml.

        Raises:
            Refusal: an option cannot be read.
        """
        given = dict(endpoint_config.kwargs) if endpoint_config else {}
        prefix = given.pop("key_prefix", None)
        self.link = shared(Options.read(endpoint_config and endpoint_config.url, given))
        super().__init__(key_prefix=prefix)
        del self.red  # the blocking client, which would hold up everybody
        self.tickets = Tickets(self.link, self.key_prefix)
        self._local = MemoryLocks()
        self._computing: dict[asyncio.AbstractEventLoop, asyncio.Semaphore] = {}

    @asynccontextmanager
    async def lock(
        self,
        conversation_id: str,
        lock_lifetime: float = LOCK_LIFETIME,
        wait_time_in_seconds: float = POLL_SECONDS,
    ) -> AsyncGenerator[TicketLock, None]:
        """Hold the lock of a conversation; waits as long as the turn may last."""
        ticket = self._ticket(conversation_id)
        try:
            if await _is_first(ticket, wait_time_in_seconds):
                async with self._gate():
                    yield TicketLock(conversation_id)
            else:
                turn.note_without_context()
                async with self._local.lock(conversation_id) as lock, self._gate():
                    yield lock
        finally:
            await ticket.leave()

    def _ticket(self, conversation: str) -> Ticket:
        """The one that the message of this task got when it arrived, or a new one."""
        ticket = turn.current().ticket
        if isinstance(ticket, Ticket) and ticket.conversation == conversation:
            return ticket
        return self.tickets.take(conversation)

    def _gate(self) -> asyncio.Semaphore:
        loop = asyncio.get_running_loop()
        if loop not in self._computing:
            self._computing = {loop: asyncio.Semaphore(COMPUTING)}
        return self._computing[loop]


async def _is_first(ticket: Ticket, poll: float) -> bool:
    """True once `ticket` is; False when that cannot be known."""
    try:
        await ticket.first(poll)
    except Down:
        return False
    return True
