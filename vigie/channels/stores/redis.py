"""The memory of the channels in Redis, where several replicas serve them."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence

from vigie.channels.stores.held import ALIVE_SECONDS, Orphan
from vigie.channels.stores.store import GREETED_SECONDS, MORE_SECONDS, SEEN_SECONDS
from vigie.server.redis.link import Link

PREFIX = "vigie:channels:"
_HELD_SECONDS = 7 * 86_400
_SPENT_SECONDS = 2 * 86_400

# KEYS: what an account spent on a day. ARGV: how much more, at most how much, seconds.
SPEND = """
if (redis.call('GET', KEYS[1]) or 0) + ARGV[1] > tonumber(ARGV[2]) then return 0 end
redis.call('INCRBY', KEYS[1], ARGV[1])
return redis.call('EXPIRE', KEYS[1], ARGV[3])
"""


# Both answer the same when they are tried again by whoever did not hear the answer.
# KEYS: a message. ARGV: who asks, seconds.
SEE = """
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2]) then return 1 end
return redis.call('GET', KEYS[1]) == ARGV[1] and 1 or 0
"""
# KEYS: what is held. ARGV: the message, its value, seconds.
HOLD = """
local new = redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
return (new == 1 or redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2]) and 1 or 0
"""
# KEYS: what is held, the sign of life of this process. ARGV: its name, seconds, the beginning of
# the signs of life. A value is "owner tries sealed".
ADOPT = """
redis.call('SET', KEYS[2], 1, 'EX', ARGV[2])
local taken = {}
local held = redis.call('HGETALL', KEYS[1])
for i = 1, #held, 2 do
  local owner, tries, sealed = string.match(held[i + 1], '^(%S+) (%d+) (%S+)$')
  if owner ~= ARGV[1] and redis.call('EXISTS', ARGV[3] .. owner) == 0 then
    tries = tostring(tonumber(tries) + 1)
    redis.call('HSET', KEYS[1], held[i], ARGV[1] .. ' ' .. tries .. ' ' .. sealed)
    for _, value in ipairs({held[i], tries, sealed}) do table.insert(taken, value) end
  end
end
return taken
"""


class SharedStore:
    """See `store.Store`. All goes by itself after its time, but who wants silence."""

    def __init__(self, link: Link) -> None:
        """Remember at the end of `link`. Each call raises `Down` when Redis does not do it."""
        self._link = link
        self._name = secrets.token_hex(8)

    async def first_time(self, message: str) -> bool:
        """See `Store`."""
        key = f"{PREFIX}seen:{message}"
        asked = [secrets.token_hex(8), int(SEEN_SECONDS)]
        return bool(await self._link.run("see", SEE, [key], asked))

    async def hold(self, box: str, message: str, sealed: str) -> bool:
        """See `Store`."""
        key = f"{PREFIX}held:{box}"
        values = [message, f"{self._name} 1 {sealed}", _HELD_SECONDS]
        return bool(await self._link.run("hold", HOLD, [key], values))

    async def let_go(self, box: str, message: str) -> None:
        """See `Store`."""
        await self._link.call("hdel", f"{PREFIX}held:{box}", message)

    async def orphans(self, box: str) -> list[Orphan]:
        """See `Store`."""
        alive = f"{PREFIX}alive:"
        found = await self._link.run(
            "adopt",
            ADOPT,
            [f"{PREFIX}held:{box}", alive + self._name],
            [self._name, int(ALIVE_SECONDS), alive],
        )
        rows = zip(found[::3], found[1::3], found[2::3])
        return [Orphan(message, int(tries), sealed) for message, tries, sealed in rows]

    async def stop(self, person: str) -> None:
        """See `Store`."""
        await self._link.call("set", f"{PREFIX}stopped:{person}", 1)

    async def resume(self, person: str) -> bool:
        """See `Store`."""
        return bool(await self._link.call("delete", f"{PREFIX}stopped:{person}"))

    async def stopped(self, person: str) -> bool:
        """See `Store`."""
        return bool(await self._link.call("exists", f"{PREFIX}stopped:{person}"))

    async def greet(self, person: str) -> bool:
        """See `Store`."""
        key = f"{PREFIX}greeted:{person}"
        return await self._link.call("set", key, 1, ex=int(GREETED_SECONDS), get=True) is None

    async def spend(self, account: str, day: str, amount: int, most: int) -> bool:
        """See `Store`."""
        key = f"{PREFIX}spent:{account}:{day}"
        return bool(await self._link.run("spend", SPEND, [key], [amount, most, _SPENT_SECONDS]))

    async def keep(self, person: str, parts: Sequence[str]) -> None:
        """See `Store`."""
        key = f"{PREFIX}more:{person}"
        if parts:
            text = json.dumps(list(parts), ensure_ascii=False)
            await self._link.call("set", key, text, ex=int(MORE_SECONDS))
        else:
            await self._link.call("delete", key)

    async def kept(self, person: str) -> list[str]:
        """See `Store`."""
        text = await self._link.call("getdel", f"{PREFIX}more:{person}")
        return [str(part) for part in json.loads(text)] if text else []

    async def remember(self, name: str, place: str) -> None:
        """See `Store`."""
        key = f"{PREFIX}read:{name}"
        await (self._link.call("set", key, place) if place else self._link.call("delete", key))

    async def recall(self, name: str) -> str:
        """See `Store`."""
        return str(await self._link.call("get", f"{PREFIX}read:{name}") or "")

    async def close(self) -> None:
        """See `Store`; the link is closed by whoever shares it. What is still held is left to the
        others at once."""
        await self._link.call("delete", f"{PREFIX}alive:{self._name}")
