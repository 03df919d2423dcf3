"""Read the body of a delivery: longer than what people write, and in bounded time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sanic.exceptions import SanicException
from sanic.request import Request

from vigie.server import guard

BODY_BYTES = 4_194_304
"""Longest request: a platform may put many messages into one. Meta's reach 3 MB (its page
"Webhooks" of the Cloud API); those of the others are much shorter."""


ALL_BODIES = 25_165_824
"""Bytes of long bodies that may be on their way at once, in all: whoever sends them may turn out
to be nobody, since a signature can be checked only when all that it signs is there."""
_SMALL = 16_384
_coming = 0


class TooMany(SanicException):
    """So many long bodies are on their way that one more must wait: to be delivered again."""

    status_code = 503
    quiet = True


@contextmanager
def _room(size: int) -> Iterator[None]:
    """Room for a body of so many bytes.

    Raises:
        TooMany: there is none.
    """
    global _coming
    if size > _SMALL and _coming + size > ALL_BODIES:
        raise TooMany("bodies")
    _coming += size
    try:
        yield
    finally:
        _coming -= size


def _announced(request: Request, most: int) -> int:
    """How long its body is at most, by its head, which `guard` has checked."""
    length = request.headers.get("content-length")
    return min(int(length), most) if length else most


async def body_of(request: Request, most: int = BODY_BYTES) -> bytes:
    """The body of a request whose route was added with `stream=True`, of `most` bytes at most.

    Raises:
        PayloadTooLarge: it is longer; Sanic then answers 413.
        TooMany: too many others are on their way; Sanic then answers 503.
        RequestTimeout: it did not come in time; Sanic then answers 408.
    """
    stream = request.stream
    if stream is not None:
        stream.request_max_size = most
        if stream.request_body:
            with _room(_announced(request, most)):
                await guard.read_body(request, stream, request.app.config.REQUEST_TIMEOUT)
    return bytes(request.body)
