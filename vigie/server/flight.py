"""The bodies of requests that are on their way: never so many bytes that slow clients fill the
memory, whoever they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sanic.exceptions import SanicException
from sanic.request import Request


class TooMany(SanicException):
    """So many bodies are on their way that one more must wait: to be sent again."""

    status_code = 503
    quiet = True


class Flight:
    """The bytes for which room is kept."""

    def __init__(self, most: int, small: int = 0) -> None:
        """At most so many in all; a body of at most `small` is always let in, and counts."""
        self._most = most
        self._small = small
        self._coming = 0

    @contextmanager
    def room(self, size: int) -> Iterator[None]:
        """Room for a body of so many bytes.

        Raises:
            TooMany: there is none.
        """
        if size > self._small and self._coming + size > self._most:
            raise TooMany("bodies")
        self._coming += size
        try:
            yield
        finally:
            self._coming -= size


def announced(request: Request, most: int) -> int:
    """How long a body is, by its head, which `guard` has checked; `most` at most."""
    length = request.headers.get("content-length")
    return min(int(length), most) if length else most
