"""People who converse over REST, and check each answer."""

from __future__ import annotations

import asyncio
import itertools
import time
import uuid
from collections.abc import Sequence

import aiohttp

from evaluation.bench.cluster.scripts import Script
from evaluation.bench.cluster.seen import Seen
from vigie.server import texts

SECONDS = 20.0


class Rest:
    """Talks to the REST channel at `port`."""

    def __init__(self, port: int) -> None:
        self._url = f"http://127.0.0.1:{port}/webhooks/rest/webhook"
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS))

    async def __aenter__(self) -> Rest:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def ask(self, sender: str, text: str) -> list[str]:
        """The texts that answer `text`.

        Raises:
            aiohttp.ClientError: no answer, or a status from 400 on.
            asyncio.TimeoutError: none in time.
        """
        body = {"sender": sender, "message": text}
        async with self._session.post(self._url, json=body) as response:
            response.raise_for_status()
            return [said.get("text", "") for said in await response.json(content_type=None)]


async def person(
    rest: Rest, scripts: Sequence[Script], seen: Seen, stop: asyncio.Event, pause: float
) -> None:
    """Hold one conversation after the other until `stop`."""
    for script in itertools.cycle(scripts):
        sender = f"person-{uuid.uuid4().hex}"
        for text, reply in zip(script.turns, script.replies):
            if stop.is_set():
                return
            started = time.perf_counter()
            try:
                said = await rest.ask(sender, text)
            except aiohttp.ClientResponseError as problem:
                seen.fail(str(problem.status))
                break  # whether that turn counts is not known: begin anew
            except (aiohttp.ClientError, asyncio.TimeoutError) as problem:
                seen.fail(type(problem).__name__)
                break
            if texts.WITHOUT_CONTEXT in said:
                seen.without_context += 1
                seen.note(started, True)
                break
            seen.note(started, tuple(said) == reply)
            await asyncio.sleep(pause)
        else:
            continue
        await asyncio.sleep(pause)
