"""Places in the order of a conversation, which all replicas keep together.

A ticket is taken when a message arrives, and not when its turn could begin: what else is asked of
Redis in between may take longer on one replica than on the other. It lives for a short lease that
its owner renews: a replica that dies holds up nobody for longer than that.

A replica that is busy reads later what came first. Where a proxy tells when it got a message, that
is its place, and the first waits a moment for those that another replica has yet to read.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from contextlib import suppress
from typing import Optional

from vigie.server import metrics
from vigie.server.redis.link import Down, Link

log = logging.getLogger(__name__)

POLL_SECONDS = 0.02
LEASE_SECONDS = 1.5
SETTLE_SECONDS = 0.03
"""How long after its arrival at the proxy a message is answered at the soonest: as long as a
replica that understands another one reads nothing (25 ms), and a little more."""

# KEYS: tickets by arrival, tickets by end of lease. ARGV: ticket, lease in ms, when it came in us
# (0: now; the clock of a proxy that is ahead counts as that), how long to wait from then on in us.
# Returns how many tickets are before this one; one more for what may still come.
ENTER = """
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
for _, dead in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now)) do
  redis.call('ZREM', KEYS[1], dead)
  redis.call('ZREM', KEYS[2], dead)
end
local micros, came = clock[1] * 1000000 + clock[2], tonumber(ARGV[3])
if came == 0 or came > micros then came = micros end
redis.call('ZADD', KEYS[1], 'NX', string.format('%.0f', came), ARGV[1])
redis.call('ZADD', KEYS[2], now + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
local before = redis.call('ZRANK', KEYS[1], ARGV[1])
local age = micros - redis.call('ZSCORE', KEYS[1], ARGV[1])
if age < tonumber(ARGV[4]) then before = before + 1 end
return before
"""
LEAVE = """
redis.call('ZREM', KEYS[1], ARGV[1])
return redis.call('ZREM', KEYS[2], ARGV[1])
"""


class Ticket:
    """One place in the order of a conversation, to be left in any case."""

    def __init__(
        self, tickets: Tickets, conversation: str, came: float, after: Optional[Ticket]
    ) -> None:
        """As `Tickets.take`."""
        self.conversation = conversation
        self._came = came
        self._tickets = tickets
        self._name = secrets.token_hex(8)
        self._entered = self._left = False
        self._timer: Optional[asyncio.TimerHandle] = None
        self._renewal: Optional[asyncio.Task[None]] = None
        self._entering = asyncio.get_running_loop().create_task(self._begin(after))

    async def first(self, poll: float = POLL_SECONDS) -> None:
        """Wait until all that came before have left.

        Args:
            poll: how often to look, in seconds.

        Raises:
            Down: Redis does not answer; whoever asks goes on without an order.
        """
        if await asyncio.shield(self._entering):
            while await self._enter():
                await asyncio.sleep(poll)

    async def leave(self) -> None:
        """Let the next come; the second time, nothing."""
        if self._left:
            return
        self._left = True
        for task in (self._entering, self._renewal):  # none may enter after it left
            if task is not None:
                await asyncio.wait({task})
        if self._timer is not None:
            self._timer.cancel()
        if self._entered:
            await self._tickets.leave(self.conversation, self._name)

    async def _begin(self, after: Optional[Ticket]) -> int:
        """Enter, once the one before has: on connections of their own, one may overtake another."""
        if after is not None:
            await asyncio.wait({after._entering})
        before = await self._enter()
        self._entered = True
        self._keep()
        return before

    async def _enter(self) -> int:
        return await self._tickets.enter(self.conversation, self._name, self._came)

    def _keep(self) -> None:
        """Renew before the lease ends, until `leave`."""
        if not self._left:
            self._timer = asyncio.get_running_loop().call_later(LEASE_SECONDS / 3, self._again)

    def _again(self) -> None:
        if not self._left:
            self._renewal = asyncio.get_running_loop().create_task(self._once())
            self._keep()

    async def _once(self) -> None:
        with suppress(Down):  # the turn goes on; its ticket may lapse meanwhile
            await self._enter()


class Tickets:
    """Those of all conversations, under one prefix."""

    def __init__(self, link: Link, prefix: str) -> None:
        """Keep them at the end of `link`."""
        self._link = link
        self._prefix = prefix
        self._last: dict[str, Ticket] = {}

    def take(self, conversation: str, came: float = 0.0) -> Ticket:
        """A ticket behind all that were taken before, here or, as far as Redis has heard of them,
        on other replicas.

        Args:
            conversation: whose order it is.
            came: when a proxy got the message, in Unix seconds; 0 where no proxy tells.
        """
        ticket = Ticket(self, conversation, came, self._last.get(conversation))
        self._last[conversation] = ticket
        ticket._entering.add_done_callback(lambda task: self._entered(conversation, ticket, task))
        return ticket

    def _entered(self, conversation: str, ticket: Ticket, task: asyncio.Task[int]) -> None:
        if self._last.get(conversation) is ticket:
            del self._last[conversation]
        if not task.cancelled():
            task.exception()  # retrieved, also where nobody waits for it any more

    async def enter(self, conversation: str, name: str, came: float) -> int:
        """How many are before `name`, which `came` then, and whose lease is renewed.

        Raises:
            Down: Redis does not answer.
        """
        settle = int(SETTLE_SECONDS * 1e6) if came else 0
        asked = [name, int(LEASE_SECONDS * 1000), int(came * 1e6), settle]
        return int(await self._link.run("enter", ENTER, self._keys(conversation), asked))

    async def leave(self, conversation: str, name: str) -> None:
        """Take `name` out."""
        with suppress(Down):  # the lease then ends by itself
            if not await self._link.run("leave", LEAVE, self._keys(conversation), [name]):
                metrics.REDIS_FAILURES.labels("lapsed").inc()
                log.warning("un verrou de conversation a expiré avant la fin du tour")

    def _keys(self, conversation: str) -> list[str]:
        return [self._prefix + conversation, f"{self._prefix}{conversation}:leases"]
