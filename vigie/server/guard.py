"""What no request may do: hang the server, hold it up, or get a traceback.

One request with `Content-Length: -5` puts Sanic 21.12 in an endless loop, so the head of each
request is checked before Sanic reads its body.
"""

from __future__ import annotations

import asyncio
import logging
import re
from typing import Any

from sanic import Sanic
from sanic.exceptions import RequestTimeout, SanicException, ServiceUnavailable
from sanic.http import Http
from sanic.request import Request
from sanic.response import HTTPResponse

from vigie.server import metrics, texts
from vigie.server.flight import Flight, announced
from vigie.server.logs import error_types
from vigie.server.replies import json_reply

log = logging.getLogger(__name__)

BODY_BYTES = 16_384
ALL_BODIES = 512 * BODY_BYTES
"""Bytes of bodies that may be on their way at once, in all: no more memory than that is held by
clients that send slowly. Deliveries are counted apart (vigie/channels/shared/bodies.py)."""

LIMITS = {
    "REQUEST_MAX_SIZE": BODY_BYTES,
    # A last resort: turns have a deadline of their own, and a socket that polls waits 25 s.
    "RESPONSE_TIMEOUT": 60,
    "KEEP_ALIVE_TIMEOUT": 30,
    "FALLBACK_ERROR_FORMAT": "json",
    "ACCESS_LOG": False,
    "REAL_IP_HEADER": None,
    "PROXIES_COUNT": 0,
}


_REQUEST = re.compile(rb"[A-Z]{1,16} (?:/[\x21-\x7e]*|\*) HTTP/1\.[01]")
"""A request line; the addresses that proxies are asked for are none of ours."""


def check_head(head: bytes) -> None:
    """Accept a request head that is for one host, and whose body has one clear length.

    Raises:
        ValueError: the address is none of a resource of ours, the host is missing or given
            twice, the length is not a plain number, is given twice, stands beside a transfer
            coding, or the coding is not `chunked`. Sanic then answers 400.
    """
    first, *lines = head.split(b"\r\n")
    if not _REQUEST.fullmatch(first):
        raise ValueError("bad request line")
    lengths, codings, hosts = [], [], 0
    for line in lines:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            lengths.append(value.strip())
        elif name.lower() == b"transfer-encoding":
            codings.append(value.strip().lower())
        elif name.lower() == b"host":
            hosts += 1
        elif name != name.strip():
            raise ValueError("space around a header name")
    if len(lengths) + len(codings) > 1:
        raise ValueError("two lengths")
    if any(not length.isdigit() or len(length) > 15 for length in lengths):
        raise ValueError("bad Content-Length")
    if codings not in ([], [b"chunked"]):
        raise ValueError("bad Transfer-Encoding")
    if hosts > 1 or (not hosts and first.endswith(b"/1.1")):
        raise ValueError("not one Host")


def _is_here(stream: Http) -> bool:
    """Whether the whole body has arrived with the head, as short ones do."""
    left = stream.request_bytes_left or 0
    return stream.request_body != "chunked" and len(stream.recv_buffer) >= left


async def read_body(request: Request, stream: Http, seconds: float) -> None:
    """Read the body of `request` from `stream`, all of it within `seconds`.

    Raises:
        RequestTimeout: it did not come; the connection is then of no more use.
    """
    try:
        await asyncio.wait_for(request.receive_body(), seconds)  # type: ignore[no-untyped-call]
    except asyncio.TimeoutError:
        stream.keep_alive = False
        stream.request_body = None
        raise RequestTimeout("body") from None


def status_of(error: Exception) -> int:
    """The HTTP status for `error`; when the client hung up, Sanic speaks of a 503 to nobody."""
    if not isinstance(error, SanicException):
        return 500
    hung_up = isinstance(error, ServiceUnavailable) and str(error) == "Cancelled"
    return 408 if hung_up else int(error.status_code or 500)


def install(app: Sanic, seconds: float) -> None:
    """Put the limits, the checks and the error sentences on `app`.

    Args:
        app: the app.
        seconds: how long a client may take for the head, and again for the body, of a request.
    """
    app.config.update({**LIMITS, "REQUEST_TIMEOUT": seconds})
    flight = Flight(ALL_BODIES)

    @app.signal("http.lifecycle.read_head")
    async def read_head(head: bytes) -> None:
        check_head(head)

    @app.signal("http.lifecycle.request")
    async def read(request: Request) -> None:
        if "transfer-encoding" in request.headers:  # Sanic knows `chunked` in small letters only
            request.headers["transfer-encoding"] = "chunked"

    @app.signal("http.routing.after")
    async def routed(request: Request, handler: Any, **_: Any) -> None:
        if hasattr(handler, "is_stream"):  # it reads the body itself, within limits of its own
            return
        stream = request.stream
        if stream is not None and stream.request_body and not _is_here(stream):
            with flight.room(announced(request, BODY_BYTES)):
                await read_body(request, stream, seconds)

    async def on_error(request: Request, error: Exception) -> HTTPResponse:
        status = status_of(error)
        metrics.REFUSED.labels(str(status)).inc()
        if status >= 500:
            log.error("requête en échec (%s)", error_types(error))
        sentence = texts.HTTP_ERRORS.get(status) or texts.HTTP_ERRORS[400]
        return json_reply({"error": sentence}, status)

    app.error_handler.add(Exception, on_error)
