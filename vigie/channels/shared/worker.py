"""Work that goes on after a webhook was answered: in order for each person, bounded in all."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Optional

from vigie.channels.shared import counters
from vigie.server.logs import error_types
from vigie.server.redis.link import Down
from vigie.server.redis.tickets import Ticket, Tickets

log = logging.getLogger(__name__)

URGENT_ROOM = 64
"""Jobs that are held beyond the usual number, where they are cries for help."""
ORDER_SECONDS = 10.0
"""How long a job waits for those of the same person on other replicas."""
Job = Callable[[], Awaitable[None]]


class Worker:
    """Runs jobs in the background: those of one person one after the other, others at once."""

    def __init__(self, channel: str, most: int) -> None:
        """Hold at most `most` jobs, waiting or running."""
        self.order: Optional[Tickets] = None
        """The order that all replicas keep, when there are several."""
        self._channel = channel
        self._most = most
        self._held = 0
        self._waiting: dict[str, deque[Job]] = {}
        # The loop keeps only weak references to tasks.
        self._tasks: set[asyncio.Task[None]] = set()

    def reserve(self, count: int = 1, urgent: bool = False) -> bool:
        """Whether there is room for `count` more jobs, which is then theirs: `put` or `release`.

        There is more of it for what is urgent.
        """
        if self._held + count > self._most + (URGENT_ROOM if urgent else 0):
            return False
        self._hold(count)
        return True

    def waiting(self, person: str) -> int:
        """How many jobs of `person` have not begun."""
        return len(self._waiting.get(person, ()))

    def release(self, count: int = 1) -> None:
        """Give back room that was reserved."""
        self._hold(-count)

    def put(self, person: str, job: Job) -> None:
        """Run `job`, for which room was reserved, after what waits for the same person."""
        if self.order is not None:
            job = _in_order(self.order.take(f"{self._channel}:{person}"), job)
        if person in self._waiting:
            self._waiting[person].append(job)
            return
        self._waiting[person] = deque([job])
        task = asyncio.create_task(self._run(person))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, person: str) -> None:
        waiting = self._waiting[person]
        try:
            while waiting:
                job = waiting.popleft()
                try:
                    await job()
                except Exception as problem:
                    log.error("message sans réponse (%s)", error_types(problem))
                    self._lost("error")
                except asyncio.CancelledError:
                    self._lost("stopping", 1 + len(waiting))
                    raise
                finally:
                    self.release()
        finally:
            del self._waiting[person]
            self.release(len(waiting))

    def _lost(self, reason: str, count: int = 1) -> None:
        counters.DEAD_LETTERS.labels(self._channel, reason).inc(count)

    def _hold(self, count: int) -> None:
        self._held += count
        counters.QUEUED.labels(self._channel).set(self._held)

    async def stop(self, seconds: float) -> None:
        """Let what runs finish, for `seconds` at most; then give it up."""
        tasks = list(self._tasks)
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=seconds)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=1)
            log.error("%d conversations interrompues par l’arrêt", len(late))


def _in_order(ticket: Ticket, job: Job) -> Job:
    """`job`, once what other replicas do for the same person is done: answered, and sent."""

    async def run() -> None:
        try:
            with suppress(Down, asyncio.TimeoutError):  # late is worse than out of order
                await asyncio.wait_for(ticket.first(), ORDER_SECONDS)
            await job()
        finally:
            await ticket.leave()

    return run
