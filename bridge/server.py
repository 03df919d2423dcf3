"""The calls to Vigie: what was deciphered goes there; its answers come back by the door."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any

import aiohttp

log = logging.getLogger("bridge")

LONGEST_PAUSE = 15.0
PATH = "/webhooks/matrix_e2e/webhook"


class Vigie:
    """Vigie's server, on this machine or behind a private address."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url.rstrip("/") + PATH
        self._session = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {token}"},
            timeout=aiohttp.ClientTimeout(total=15),
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._session.close()

    async def words(self) -> Mapping[str, str]:
        """What to say where a room, or a message, cannot be read; waits until Vigie is there."""
        found: Mapping[str, str] = await self._insist("GET", None)
        return found

    async def tell(self, events: Sequence[Mapping[str, Any]]) -> None:
        """Give deciphered events to Vigie, which takes each once; tried until it does."""
        await self._insist("POST", {"events": list(events)})

    async def _insist(self, method: str, body: Any) -> Any:
        pause = 0.5
        while True:
            try:
                async with self._session.request(method, self._url, json=body) as answer:
                    if answer.status == 200:
                        return await answer.json()
                    status = str(answer.status)
                    if method == "POST" and answer.status in (400, 413):
                        log.error("Vigie refuse un message (%s)", status)
                        return {}
            except (aiohttp.ClientError, asyncio.TimeoutError) as problem:
                status = type(problem).__name__
            log.warning("Vigie ne répond pas encore (%s)", status)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
