"""One turn at a time for each conversation, in order of arrival, whichever replica has it.

Rasa's own Redis locks read, change and write back, so that two replicas may get the same ticket,
and they look again once a second. Here a script takes a ticket at once, and looks every 20 ms.
A ticket lives for a short lease that its owner renews: a replica that dies mid-turn holds up
nobody for longer than that.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Optional

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, RedisLockStore
from rasa.utils.endpoints import EndpointConfig

from vigie.server import metrics, turn
from vigie.server.locks import POLL_SECONDS, MemoryLocks
from vigie.server.redis.link import Down, shared
from vigie.server.redis.options import Options

log = logging.getLogger(__name__)

LEASE_SECONDS = 1.5
# Turns that compute at once in one process. Few, so that the event loop comes round often
# enough to read what Redis answered: an answer that waits makes each turn longer.
COMPUTING = 8

# KEYS: tickets by arrival, tickets by end of lease. ARGV: ticket, lease in ms.
# Returns how many tickets are before this one.
ENTER = """
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
for _, dead in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now)) do
  redis.call('ZREM', KEYS[1], dead)
  redis.call('ZREM', KEYS[2], dead)
end
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then
  redis.call('ZADD', KEYS[1], clock[1] * 1000000 + clock[2], ARGV[1])
end
redis.call('ZADD', KEYS[2], now + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return redis.call('ZRANK', KEYS[1], ARGV[1])
"""
LEAVE = """
redis.call('ZREM', KEYS[1], ARGV[1])
return redis.call('ZREM', KEYS[2], ARGV[1])
"""


class _Lease:
    """Renews a ticket now and then, for the rare turn that lasts longer than a lease."""

    def __init__(self, renew: Callable[[], Awaitable[int]]) -> None:
        self._renew = renew
        self._timer: Optional[asyncio.TimerHandle] = None
        self._renewal: Optional[asyncio.Task[None]] = None

    def keep(self) -> None:
        """Renew before the lease ends, until `end`."""
        self._timer = asyncio.get_running_loop().call_later(LEASE_SECONDS / 3, self._again)

    async def end(self) -> None:
        """Stop renewing; no renewal comes after this, not even one that was under way."""
        if self._timer is not None:
            self._timer.cancel()
        if self._renewal is not None:
            await self._renewal

    def _again(self) -> None:
        self._renewal = asyncio.get_running_loop().create_task(self._once())
        self.keep()

    async def _once(self) -> None:
        with suppress(Down):  # the turn goes on; its ticket may lapse meanwhile
            await self._renew()


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
        ticket = secrets.token_hex(8)
        shared_ticket = False
        lease = _Lease(lambda: self._enter(conversation_id, ticket))
        try:
            try:
                shared_ticket = True
                while await self._enter(conversation_id, ticket):
                    await asyncio.sleep(wait_time_in_seconds)
                lease.keep()
            except Down:
                shared_ticket = False
                turn.note_without_context()
            if shared_ticket:
                async with self._gate():
                    yield TicketLock(conversation_id)
            else:
                async with self._local.lock(conversation_id) as lock, self._gate():
                    yield lock
        finally:
            await lease.end()
            if shared_ticket:
                await self._leave(conversation_id, ticket)

    def _gate(self) -> asyncio.Semaphore:
        loop = asyncio.get_running_loop()
        if loop not in self._computing:
            self._computing = {loop: asyncio.Semaphore(COMPUTING)}
        return self._computing[loop]

    def _keys(self, conversation: str) -> list[str]:
        return [self.key_prefix + conversation, f"{self.key_prefix}{conversation}:leases"]

    async def _enter(self, conversation: str, ticket: str) -> int:
        lease = int(LEASE_SECONDS * 1000)
        before = await self.link.run("enter", ENTER, self._keys(conversation), [ticket, lease])
        return int(before)

    async def _leave(self, conversation: str, ticket: str) -> None:
        with suppress(Down):  # the lease then ends by itself
            if not await self.link.run("leave", LEAVE, self._keys(conversation), [ticket]):
                metrics.REDIS_FAILURES.labels("lapsed").inc()
                log.warning("un verrou de conversation a expiré avant la fin du tour")
