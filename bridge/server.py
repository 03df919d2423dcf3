"""The calls to Vigie: what was deciphered goes there; its answers come back by the door."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any, Optional

import aiohttp

log = logging.getLogger("bridge")

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 15.0
PATH = "/webhooks/matrix_e2e/webhook"


class Vigie:
    """Vigie's server, on this machine or behind a private address."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url.rstrip("/") + PATH
        self._session = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {token}"},
            timeout=aiohttp.ClientTimeout(total=5),
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._session.close()

    async def words(self) -> Mapping[str, str]:
        """What to say where a room, or a message, cannot be read; waits until Vigie is there."""
        pause = FIRST_PAUSE
        while (found := await self._call("GET", None)) is None:
            pause = await _wait(pause)
        return found

    async def offer(self, event: Mapping[str, Any]) -> bool:
        """Give a deciphered event to Vigie, which takes each once; whether it is done with."""
        return await self._call("POST", {"events": [event]}) is not None

    async def insist(self, event: Mapping[str, Any]) -> None:
        """As `offer`, until it is."""
        pause = FIRST_PAUSE
        while not await self.offer(event):
            pause = await _wait(pause)

    async def _call(self, method: str, body: Any) -> Optional[Mapping[str, str]]:
        """What Vigie answers; None where it is away or busy. What it refuses is dropped."""
        try:
            async with self._session.request(method, self._url, json=body) as answer:
                if answer.status == 200:
                    found: Mapping[str, str] = await answer.json()
                    return found
                status = str(answer.status)
                if answer.status in (400, 413):
                    log.error("Vigie refuse un message (%s)", status)
                    return {}
        except (aiohttp.ClientError, asyncio.TimeoutError) as problem:
            status = type(problem).__name__
        log.warning("Vigie ne prend rien pour l’instant (%s)", status)
        return None


async def _wait(pause: float) -> float:
    await asyncio.sleep(pause)
    return min(2 * pause, LONGEST_PAUSE)
