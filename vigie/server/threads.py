"""Run blocking work in threads of its own, with a deadline that really fires.

A pool would be joined at exit, and work that hangs would hang the process with it. Each call
gets a daemon thread instead (about 0.1 ms); their number is bounded, hung ones included.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Exhausted(RuntimeError):
    """As many calls are running, or hanging, as may."""


class Threads:
    """Daemon threads, at most `most` at once."""

    def __init__(self, most: int = 64) -> None:
        """Allow `most` calls at once."""
        self._most = most
        self._running = 0
        self._guard = threading.Lock()

    @property
    def running(self) -> int:
        """Calls that have not come back, those past their deadline included."""
        return self._running

    @property
    def exhausted(self) -> bool:
        """Whether the next call would be refused."""
        return self._running >= self._most

    async def call(self, work: Callable[[], T], seconds: float) -> T:
        """What `work` returns or raises.

        Raises:
            asyncio.TimeoutError: it took longer than `seconds`; its thread goes on alone.
            Exhausted: too many calls are running.
        """
        with self._guard:
            if self._running >= self._most:
                raise Exhausted
            self._running += 1
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()

        def settle(result: T | None, error: BaseException | None) -> None:
            if done.done():
                return
            if error is not None:
                done.set_exception(error)
            else:
                done.set_result(result)  # type: ignore[arg-type]  # a T when there is no error

        def run() -> None:
            result: T | None = None
            failure: BaseException | None = None
            try:
                result = work()
            except BaseException as problem:
                failure = problem
            with self._guard:
                self._running -= 1
            if isinstance(failure, StopIteration):  # a future cannot hold it
                failure = RuntimeError("StopIteration")
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, result, failure)

        try:
            threading.Thread(target=run, name="vigie-work", daemon=True).start()
        except RuntimeError:
            with self._guard:
                self._running -= 1
            raise
        return await asyncio.wait_for(done, seconds)
