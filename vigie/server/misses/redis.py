"""The queue of misses in the Redis of all replicas; Redis lets go of it by itself."""

from __future__ import annotations

import time
from collections.abc import Callable

from vigie.server.misses import KEPT_SECONDS, LEAST
from vigie.server.redis.link import Link

PREFIX = "vigie:misses:"

# KEYS: who gave a subject, and when; the words in clear. ARGV: now, seconds, a conversation, how
# many are enough, the words.
GIVE = """
redis.call('ZADD', KEYS[1], ARGV[1], ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1] - ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[2])
if redis.call('ZCARD', KEYS[1]) < tonumber(ARGV[4]) then return 0 end
redis.call('SET', KEYS[2], ARGV[5], 'EX', ARGV[2])
return 1
"""


class SharedQueue:
    """See `misses.Store`. Each call raises `Down` when Redis does not do it."""

    def __init__(self, link: Link, clock: Callable[[], float] = time.time) -> None:
        """Keep at the end of `link`."""
        self._link = link
        self._clock = clock

    async def give(self, subject: str, conversation: str, entry: str) -> bool:
        """See `Store`."""
        keys = [f"{PREFIX}given:{subject}", f"{PREFIX}kept:{subject}"]
        values = [self._clock(), KEPT_SECONDS, conversation, LEAST, entry]
        return bool(await self._link.run("miss", GIVE, keys, values))

    async def rows(self) -> list[tuple[str, int]]:
        """See `Store`; what fewer gave in the last 30 days is deleted."""
        found = []
        for kept in await self._kept():
            given = kept.replace(":kept:", ":given:", 1)
            since = self._clock() - KEPT_SECONDS
            conversations = int(await self._link.call("zcount", given, f"({since}", "+inf"))
            entry = await self._link.call("get", kept)
            if conversations < LEAST:
                await self._link.call("delete", kept)
            elif entry:
                found.append((str(entry), conversations))
        return found

    async def _kept(self) -> list[str]:
        keys: list[str] = []
        cursor = 0
        while True:
            cursor, some = await self._link.call("scan", cursor, match=f"{PREFIX}kept:*", count=500)
            keys += some
            if not int(cursor):
                return keys

    async def purge(self) -> None:
        """See `Store`: what too few still stand behind goes before its time."""
        await self.rows()

    async def close(self) -> None:
        """See `Store`; the link is closed by whoever shares it."""
