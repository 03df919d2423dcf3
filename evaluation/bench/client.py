"""One client for all bots: keep-alive connections, each message from a sender never seen."""

from __future__ import annotations

import asyncio
import itertools
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import aiohttp

SECONDS = 30
"""A request that takes longer counts as an error."""


@dataclass
class Burst:
    """What came of a number of messages."""

    latencies: list[float] = field(default_factory=list)
    """Seconds from the request to the whole reply, one a message that was answered."""
    empty: int = 0
    """Replies without a word (200 and an empty list)."""
    errors: int = 0
    """Messages that brought no 200 in time."""
    seconds: float = 0.0
    """For all of them."""

    @property
    def throughput(self) -> float:
        """Messages answered a second."""
        return len(self.latencies) / self.seconds if self.seconds else 0.0


class Client:
    """Talks to the REST channel at `url`."""

    def __init__(self, url: str, connections: int = 64) -> None:
        self._url = f"{url}/webhooks/rest/webhook"
        self._connector = aiohttp.TCPConnector(limit=connections)
        self._session = aiohttp.ClientSession(
            connector=self._connector, timeout=aiohttp.ClientTimeout(total=SECONDS)
        )

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def say(self, text: str, burst: Burst, sender: str = "") -> None:
        """Say `text` as `sender` (somebody new without one) and note in `burst` what comes."""
        body = {"sender": sender or uuid.uuid4().hex, "message": text}
        started = time.perf_counter()
        try:
            async with self._session.post(self._url, json=body) as response:
                said = await response.json(content_type=None)
                fine = response.status == 200
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError):
            fine, said = False, None
        if fine:
            burst.latencies.append(time.perf_counter() - started)
            burst.empty += not said
        else:
            burst.errors += 1

    async def ask(self, questions: Sequence[str], number: int, concurrency: int) -> Burst:
        """Ask `number` questions, taken in turn, `concurrency` at a time."""
        burst = Burst()
        left: Iterator[str] = iter(list(itertools.islice(itertools.cycle(questions), number)))

        async def one_after_the_other() -> None:
            for text in left:
                await self.say(text, burst)

        started = time.perf_counter()
        await asyncio.gather(*(one_after_the_other() for _ in range(concurrency)))
        burst.seconds = time.perf_counter() - started
        return burst
