"""Who writes too fast, counted by all replicas together."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from typing import Optional

from vigie.server.redis.link import Down, Link

PREFIX = "vigie:rate:"

# For each key, the time at which its bucket is full again, in ms; gone from then on.
# KEYS: buckets. ARGV: how many a minute each one allows; 0 allows all.
# Returns 1 when all allow; the first that does not is the last that counts.
TAKE = """
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
for i, key in ipairs(KEYS) do
  local size = tonumber(ARGV[i])
  if size > 0 then
    local full = tonumber(redis.call('GET', key) or now)
    full = math.max(full, now) + 60000 / size
    if full - now > 60000 then return 0 end
    redis.call('SET', key, string.format('%.3f', full), 'PX', math.ceil(full - now))
  end
end
return 1
"""


class RedisBuckets:
    """Token buckets in Redis. Neither an address nor a sender can be read from the keys."""

    def __init__(self, link: Link, secret: str) -> None:
        """Count by `link`, under names that only `secret` makes."""
        self._link = link
        self._secret = secret.encode()

    async def take(self, limits: Sequence[tuple[str, int]]) -> Optional[bool]:
        """Whether all of `limits` allow one message more; None when Redis is down.

        Args:
            limits: what is counted, and how many a minute it allows.
        """
        keys = [self._name(key) for key, _ in limits]
        try:
            return bool(await self._link.run("take", TAKE, keys, [most for _, most in limits]))
        except Down:
            return None

    def _name(self, key: str) -> str:
        masked = hmac.new(self._secret, key.encode("utf-8", "replace"), hashlib.sha256)
        return PREFIX + masked.hexdigest()[:32]
