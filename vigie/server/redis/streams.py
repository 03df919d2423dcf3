"""What was said in web sessions, so that any replica can go on with their numbers.

A session is one hash: the stream's name, its first and last number, and each entry under its
own. It is written once a turn, and read back only by a replica that knows less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from vigie.server.redis.link import Link

PREFIX = "vigie:web:"

# KEYS: session. ARGV: stream, seconds, first, last, then each new number and its entry.
SAVE = """
if redis.call('HEXISTS', KEYS[1], 'gone') == 1 then return 0 end
if redis.call('HGET', KEYS[1], 'stream') ~= ARGV[1] then
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[1], 'stream', ARGV[1])
end
for n = tonumber(redis.call('HGET', KEYS[1], 'first') or ARGV[3]), ARGV[3] - 1 do
  redis.call('HDEL', KEYS[1], n)
end
local last = math.max(ARGV[4], redis.call('HGET', KEYS[1], 'last') or 0)
redis.call('HSET', KEYS[1], 'first', ARGV[3], 'last', last)
for i = 5, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
return redis.call('EXPIRE', KEYS[1], ARGV[2])
"""
# KEYS: session. ARGV: seconds. Nothing is left of it but the mark that its tokens open nothing.
REVOKE = """
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'gone', 1)
return redis.call('EXPIRE', KEYS[1], ARGV[1])
"""
# KEYS: session. ARGV: the stream and the last number that are known. Nothing when there is no more.
LOAD = """
local found = redis.call('HMGET', KEYS[1], 'stream', 'last', 'gone')
if found[3] then return {'gone', found[3]} end
if not found[1] then return {} end
if found[1] == ARGV[1] and tonumber(found[2]) <= tonumber(ARGV[2]) then return {} end
return redis.call('HGETALL', KEYS[1])
"""


@dataclass(frozen=True)
class Saved:
    """A stream as it was saved: its entries as JSON, by number, in order, without a gap."""

    name: str
    last: int
    entries: tuple[tuple[int, str], ...]


class Gone(Exception):
    """The session was erased: its tokens open nothing any more."""


class RedisStreams:
    """The streams of all replicas. `session` is a name from which the real one cannot be told."""

    def __init__(self, link: Link, seconds: int) -> None:
        """Keep each for `seconds` after its last turn."""
        self._link = link
        self._seconds = seconds

    async def save(
        self, session: str, name: str, first: int, last: int, new: Sequence[tuple[int, str]]
    ) -> None:
        """Add the entries `new` to stream `name`, whose numbers now go from `first` to `last`.

        A stream of another name is erased; one without entries leaves a mark of that.

        Raises:
            Down: Redis did not do it.
        """
        pairs = [part for entry in new for part in entry]
        await self._link.run(
            "save", SAVE, [PREFIX + session], [name, self._seconds, first, last, *pairs]
        )

    async def revoke(self, session: str) -> None:
        """Erase `session`, and note that it is gone for as long as a token of it may live.

        Raises:
            Down: Redis did not do it.
        """
        await self._link.run("revoke", REVOKE, [PREFIX + session], [self._seconds])

    async def load(self, session: str, name: str, last: int) -> Optional[Saved]:
        """What is saved, or None when that is no more than `last` of stream `name`.

        Raises:
            Down: Redis did not answer.
            Gone: see there.
        """
        flat = await self._link.run("load", LOAD, [PREFIX + session], [name, last])
        if not flat:
            return None
        found = dict(zip(flat[::2], flat[1::2]))
        if "gone" in found:
            raise Gone
        numbers = sorted(int(field) for field in found if field.isdecimal())
        entries = tuple((n, str(found[str(n)])) for n in numbers)
        return Saved(str(found["stream"]), int(found["last"]), entries)
