"""Calls to a platform: with a deadline, again when it is worth it, never without an end.

Neither a token, nor an address, nor a text is in what this module logs or raises.
"""

from __future__ import annotations

import asyncio
import email.utils
import json
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Optional

import aiohttp

from vigie.channels.shared import counters

ANSWER_BYTES = 65_536
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 8.0

URGENT_PATIENCE = 900.0
"""Seconds in which a cry for help is tried again and again, whatever passes: a quarter of an hour
at least, and longer than most outages."""
URGENT_PAUSE = 30.0
_urgent: ContextVar[bool] = ContextVar("vigie_urgent", default=False)


@contextmanager
def patient(urgent: bool) -> Iterator[None]:
    """Try for longer to send what is sent within, where it is urgent."""
    token = _urgent.set(urgent)
    try:
        yield
    finally:
        _urgent.reset(token)


ONCE_SECONDS = 3.0
"""For what is of no consequence."""

Transient = Callable[[int, Mapping[str, Any]], Optional[float]]
"""For a refused call, from its status and body: the seconds to wait (0 to choose), or None when
trying again is of no use."""


class Undelivered(Exception):
    """A message was given up. `reason` is a fixed word: see `counters.DEAD_LETTERS`.

    `answer` is what the platform said last, {} for nothing; it may name people: never log it.
    """

    def __init__(self, reason: str, answer: Optional[Mapping[str, Any]] = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.answer = answer or {}


def usual(status: int, body: Mapping[str, Any]) -> Optional[float]:
    """Too many requests and errors of the server pass; anything else was our own fault."""
    del body
    return 0.0 if status == 429 or status >= 500 else None


def retry_after(header: Optional[str], now: float) -> float:
    """Seconds that a Retry-After header asks for, as a number or a date; 0 without one.

    >>> retry_after("7", 0), retry_after("Thu, 01 Jan 1970 00:00:09 GMT", 4), retry_after("x", 0)
    (7.0, 5.0, 0.0)
    """
    if not header:
        return 0.0
    try:
        return max(0.0, float(header))
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(header).timestamp() - now)
    except (TypeError, ValueError):
        return 0.0


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
        urgent = _urgent.get()
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
        return wait, _reason(response.status, wait), body


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


def _reason(status: int, wait: Optional[float]) -> str:
    if wait is None:
        return "refused"
    return "failing" if status >= 500 else "limited"
