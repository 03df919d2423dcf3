"""Read the body of a delivery: longer than what people write, and in bounded time."""

from __future__ import annotations

from sanic.request import Request

from vigie.server import guard
from vigie.server.flight import Flight, announced

BODY_BYTES = 4_194_304
"""Longest request: a platform may put many messages into one. Meta's reach 3 MB (its page
"Webhooks" of the Cloud API); those of the others are much shorter."""


ALL_BODIES = 25_165_824
"""Bytes of long bodies that may be on their way at once, in all: whoever sends them may turn out
to be nobody, since a signature can be checked only when all that it signs is there."""
_FLIGHT = Flight(ALL_BODIES, small=guard.BODY_BYTES)


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
            with _FLIGHT.room(announced(request, most)):
                await guard.read_body(request, stream, request.app.config.REQUEST_TIMEOUT)
    return bytes(request.body)
