"""The way to one Redis: bounded in time, and left alone for a moment after it failed.

All that replicas share goes through one link a process, so that one failure is paid once: the
next operations fail at once until `retry_after` has passed, then one of them tries again.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any, Optional, TypeVar

from redis.asyncio import Redis
from redis.commands.core import AsyncScript
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as RedisTimeoutError

from vigie.server import metrics
from vigie.server.logs import error_types
from vigie.server.redis.options import Options

log = logging.getLogger(__name__)

T = TypeVar("T")

LOOKS = 4
"""How often an answer is looked for until the time is over."""


ONCE = frozenset(("getdel", "adopt", "spend"))
"""What does something else the second time: it is not tried again."""


class Down(ConnectionError):
    """Redis did not do it; `vigie.server.redis` goes on without."""


class Link:
    """One Redis, as seen from this process."""

    def __init__(self, options: Options, clock: Callable[[], float] = time.monotonic) -> None:
        """Connect by `options`, when there is something to ask."""
        self.options = options
        self._clock = clock
        self._client: Optional[Redis[str]] = None
        self._scripts: dict[str, AsyncScript] = {}
        self._loop: Optional[asyncio.AbstractEventLoop] = None
        self._retry_at = 0.0
        self._up = True
        self._refused: set[str] = set()
        self._under_way: set[asyncio.Future[Any]] = set()
        metrics.REDIS_UP.set(1)

    @property
    def up(self) -> bool:
        """Whether the last operation that Redis was asked for went through."""
        return self._up

    @property
    def refusing(self) -> bool:
        """Whether Redis answers, but does not do all that it is asked: it has no memory left, or
        may only be read."""
        return bool(self._refused)

    async def call(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """The result of one command, for instance `call("get", key)`.

        Raises:
            Down: Redis is out of reach, too slow, or refused.
        """
        return await self._guarded(name, lambda redis: getattr(redis, name)(*args, **kwargs))

    async def run(self, name: str, script: str, keys: list[str], args: list[Any]) -> Any:
        """The result of a Lua script, which Redis runs alone and whole.

        Raises:
            Down: Redis is out of reach, too slow, or refused.
        """

        async def work(redis: Redis[str]) -> Any:
            if script not in self._scripts:
                self._scripts[script] = redis.register_script(script)
            return await self._scripts[script](keys, args)

        return await self._guarded(name, work)

    async def close(self) -> None:
        """Close the connections of the running loop."""
        if self._client is not None and self._loop is asyncio.get_running_loop():
            await self._client.close(close_connection_pool=True)
            self._client = None

    async def _guarded(self, name: str, work: Callable[[Redis[str]], Awaitable[T]]) -> T:
        if not self._up and self._clock() < self._retry_at:
            raise Down
        # The others fail at once while this one tries.
        self._retry_at = self._clock() + self.options.retry_after
        try:
            again = self._up and name not in ONCE
            result = await self._whole(self._tried(work, again))
        except (RedisConnectionError, RedisTimeoutError, OSError, asyncio.TimeoutError) as problem:
            self._fail(name, "unreachable", problem)
            raise Down from problem
        except RedisError as problem:  # it answers, but not this: out of memory, read-only, rights
            metrics.REDIS_FAILURES.labels("refused").inc()
            self._refused.add(name)
            log.error("Redis refuse %s (%s)", name, error_types(problem))
            raise Down from problem
        metrics.REDIS_OPERATIONS.labels(name).inc()
        self._refused.discard(name)
        if not self._up:
            self._up = True
            metrics.REDIS_UP.set(1)
            log.warning("Redis répond de nouveau")
        return result

    async def _tried(self, work: Callable[[Redis[str]], Awaitable[T]], again: bool) -> T:
        """What `work` gives; by a new connection, where one that was open turns out to be closed
        (Redis, or something on the way, closes what is idle) and it may be tried `again`."""
        redis = self._of_this_loop()
        try:
            return await work(redis)
        except RedisConnectionError:
            if not again:
                raise
            # The others that are idle were left alone for as long.
            await redis.connection_pool.disconnect(inuse_connections=False)
            return await work(redis)

    async def _whole(self, work: Awaitable[T]) -> T:
        """What `work` gives in time; it goes on to its end (bounded too) when that is later, or
        when the caller is cancelled.

        redis-py asks each connection for stray data under a time-out of zero, which swallows a
        cancellation that arrives just then: a turn past its deadline would go on for ever.

        Raises:
            asyncio.TimeoutError: Redis did not answer in time. Only the time in which this
                process could have read an answer counts: a turn that computes for long, on a
                busy machine, is no fault of Redis.
        """
        task = asyncio.ensure_future(work)
        self._under_way.add(task)
        task.add_done_callback(self._settle)
        for _ in range(LOOKS):
            await asyncio.wait({task}, timeout=self.options.timeout / LOOKS)
            if task.done():
                return task.result()
        raise asyncio.TimeoutError

    def _settle(self, task: asyncio.Future[Any]) -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            task.exception()  # retrieved, also where nobody waits for it any more

    def _fail(self, name: str, kind: str, problem: BaseException) -> None:
        metrics.REDIS_FAILURES.labels(kind).inc()
        metrics.REDIS_UP.set(0)
        self._retry_at = self._clock() + self.options.retry_after
        if self._up:
            self._up = False
            log.error("Redis hors d’atteinte (%s : %s)", name, error_types(problem))

    def _of_this_loop(self) -> Redis[str]:
        """The client; a new one for each event loop, to which its connections belong."""
        loop = asyncio.get_running_loop()
        if self._client is None or self._loop is not loop:
            self._client, self._loop = self.options.client(), loop
            self._scripts.clear()
        return self._client


@lru_cache(maxsize=8)
def shared(options: Options) -> Link:
    """The one link of this process to that Redis: stores, locks and rates fail together."""
    return Link(options)
