"""Whether a call that failed is worth making again, when, and for how long."""

from __future__ import annotations

import email.utils
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Optional

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


def is_urgent() -> bool:
    """Whether what is sent now is urgent."""
    return _urgent.get()


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


def why(status: int, wait: Optional[float]) -> str:
    """In a fixed word, why a call was not taken that is worth making again after `wait`, or not."""
    if wait is None:
        return "refused"
    return "failing" if status >= 500 else "limited"
