"""Run blocking work in threads of its own, with a deadline that really fires.

A pool would be joined at exit, and work that hangs would hang the process with it. Here the
threads are daemons; one that is free takes the next call (starting one costs as much as a short
action), and their number is bounded, hung ones included.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Optional, TypeVar

T = TypeVar("T")

Job = Callable[[], None]


class Exhausted(RuntimeError):
    """As many calls are running, or hanging, as may."""


class _Worker:
    """A daemon thread that runs one job after the other, until it is told to end."""

    def __init__(self) -> None:
        self.process = os.getpid()
        self._jobs: SimpleQueue[Optional[Job]] = SimpleQueue()
        threading.Thread(target=self._run, name="vigie-work", daemon=True).start()

    def give(self, job: Job) -> None:
        self._jobs.put(job)

    def end(self) -> None:
        self._jobs.put(None)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()


class Threads:
    """Daemon threads, at most `most` at once; up to `spare` wait for the next call."""

    def __init__(self, most: int = 64, spare: int = 8) -> None:
        """Allow `most` calls at once."""
        self._most = most
        self._spare = spare
        self._running = 0
        self._free: list[_Worker] = []
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
        worker = self._take()
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()

        def job() -> None:
            result: Any = None
            failure: Optional[BaseException] = None
            try:
                result = work()
            except StopIteration:  # a future cannot hold it
                failure = RuntimeError("StopIteration")
            except BaseException as problem:
                failure = problem
            self._give_back(worker)
            if not loop.is_closed():
                loop.call_soon_threadsafe(_settle, done, result, failure)

        worker.give(job)
        return await asyncio.wait_for(done, seconds)

    def _take(self) -> _Worker:
        """A free worker, or a new one."""
        with self._guard:
            if self._running >= self._most:
                raise Exhausted
            self._running += 1
            while self._free:
                worker = self._free.pop()
                if worker.process == os.getpid():  # a fork has no thread but the one that forked
                    return worker
        try:
            return _Worker()
        except RuntimeError:  # the system gives no more threads
            with self._guard:
                self._running -= 1
            raise

    def _give_back(self, worker: _Worker) -> None:
        with self._guard:
            self._running -= 1
            if len(self._free) < self._spare:
                self._free.append(worker)
                return
        worker.end()


def _settle(done: asyncio.Future[T], result: T, failure: Optional[BaseException]) -> None:
    if done.done():
        return
    if failure is not None:
        done.set_exception(failure)
    else:
        done.set_result(result)
