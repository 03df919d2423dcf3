"""Calls to a platform: with a deadline, again when it is worth it, never without an end.

Neither a token, nor an address, nor a text is in what this module logs or raises.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Optional

import aiohttp

from vigie.channels.shared import counters
from vigie.channels.shared.retries import (
    FIRST_PAUSE,
    LONGEST_PAUSE,
    URGENT_PATIENCE,
    URGENT_PAUSE,
    Transient,
    Undelivered,
    is_urgent,
    retry_after,
    usual,
    why,
)

ANSWER_BYTES = 65_536


ONCE_SECONDS = 3.0
"""For what is of no consequence."""


class Client:
    """Posts to one platform. `open` it in the loop that uses it."""

    def __init__(
        self,
        channel: str,
        base_url: str,
        seconds: float = 10.0,
        patience: float = 60.0,
        attempts: int = 4,
        transient: Transient = usual,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        """Call `base_url`.

        Args:
            channel: whose attempts are counted.
            base_url: without a final slash.
            seconds: for one attempt.
            patience: seconds that may be spent waiting in all; a longer wait is not begun.
            attempts: how many times a message is sent at most; where nobody is reached, only
                `patience` counts.
            transient: see `Transient`.
            sleep: how to wait.
        """
        self._channel = channel
        self._base_url = base_url.rstrip("/")
        self._seconds = seconds
        self._patience = patience
        self._attempts = attempts
        self._transient = transient
        self._sleep = sleep
        self._session: Optional[aiohttp.ClientSession] = None

    async def open(self) -> None:
        """Get ready; opens no connection yet."""
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=self._seconds),
            cookie_jar=aiohttp.DummyCookieJar(),
        )

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def post(self, path: str, **how: Any) -> Mapping[str, Any]:
        """The JSON object that the platform answers, {} for anything else.

        Args:
            path: after the base URL, beginning with a slash.
            how: as of `aiohttp.ClientSession.request`: json, data, headers, auth, params.

        Raises:
            Undelivered: refused, or tried often enough.
        """
        return await self.call("POST", path, **how)

    async def call(
        self, method: str, path: str, most: int = ANSWER_BYTES, **how: Any
    ) -> Mapping[str, Any]:
        """As `post`, with another method; an answer of more than `most` bytes is {}."""
        urgent = is_urgent()
        patience, left, pause = self._patience, self._attempts, FIRST_PAUSE
        if urgent:
            patience = max(patience, URGENT_PATIENCE)
        while True:
            wait, reason, body = await self._attempt(method, path, most, how)
            if not reason:
                return body
            # Who was not reached cannot have taken it: nothing is doubled by trying for longer.
            # And help that arrives twice is better than none.
            left -= reason != "unreachable" and not urgent
            if wait is not None and not wait > 0:  # no number counts as none
                wait, pause = pause, min(2 * pause, URGENT_PAUSE if urgent else LONGEST_PAUSE)
            if wait is not None and urgent:
                wait = min(wait, patience)
            if wait is None or wait > patience or not (left and patience):
                raise Undelivered(reason, body)
            counters.RETRIES.labels(self._channel).inc()
            patience -= wait
            await self._sleep(wait)

    async def look(self, method: str, path: str, **how: Any) -> None:
        """Call once, to see whether anybody is there.

        Raises:
            Undelivered: nobody is, or it was refused.
        """
        _, reason, body = await self._attempt(method, path, ANSWER_BYTES, how)
        if reason:
            raise Undelivered(reason, body)

    async def try_once(self, path: str, method: str = "POST", **how: Any) -> bool:
        """Call for what is of no consequence, without trying again, and not for long; whether it
        was taken."""
        patience = aiohttp.ClientTimeout(total=min(self._seconds, ONCE_SECONDS))
        _, reason, _ = await self._attempt(method, path, ANSWER_BYTES, {"timeout": patience, **how})
        return not reason

    async def _attempt(
        self, method: str, path: str, most: int, how: Mapping[str, Any]
    ) -> tuple[Optional[float], str, Mapping[str, Any]]:
        """One attempt: how long to wait before the next (None: no use), why, and the answer."""
        assert self._session is not None, "the client is not open"
        try:
            async with self._session.request(
                method, self._base_url + path, allow_redirects=False, **how
            ) as response:
                body = _json(await _beginning(response.content, most))
        except asyncio.TimeoutError:
            return 0.0, "timeout", {}
        except aiohttp.ClientConnectorError:
            return 0.0, "unreachable", {}
        except (aiohttp.ClientError, OSError):
            return 0.0, "failing", {}
        if 200 <= response.status < 300:
            return None, "", body
        wait = self._transient(response.status, body)
        if wait is not None:
            wait = wait or retry_after(response.headers.get("Retry-After"), time.time())
        return wait, why(response.status, wait), body


async def _beginning(content: aiohttp.StreamReader, most: int) -> bytes:
    """All that is answered, or so much of it; one `read` gives no more than has come by then."""
    blocks = []
    left = most
    while left and (block := await content.read(left)):
        blocks.append(block)
        left -= len(block)
    return b"".join(blocks)


def _json(raw: bytes) -> Mapping[str, Any]:
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}
