"""What no request may do: hang the server, get a traceback, or read a header it should not.

One request with `Content-Length: -5` puts Sanic 21.12 in an endless loop, so the head of each
request is checked before Sanic reads its body.
"""

from __future__ import annotations

import logging

from sanic import Sanic
from sanic.exceptions import SanicException, ServiceUnavailable
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse

from vigie.server import metrics, texts
from vigie.server.logs import error_types
from vigie.server.replies import json_reply

log = logging.getLogger(__name__)

BODY_BYTES = 16_384
SECONDS = 10

LIMITS = {
    "REQUEST_MAX_SIZE": BODY_BYTES,
    "REQUEST_TIMEOUT": SECONDS,
    "RESPONSE_TIMEOUT": SECONDS,
    "KEEP_ALIVE_TIMEOUT": 30,
    "FALLBACK_ERROR_FORMAT": "json",
    "ACCESS_LOG": False,
    "REAL_IP_HEADER": None,
    "PROXIES_COUNT": 0,
}

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}


def check_head(head: bytes) -> None:
    """Accept a request head whose body has one clear length.

    Raises:
        ValueError: the length is not a plain number, is given twice, stands beside a
            transfer coding, or the coding is not `chunked`. Sanic then answers 400.
    """
    lengths, codings = [], []
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            lengths.append(value.strip())
        elif name.lower() == b"transfer-encoding":
            codings.append(value.strip().lower())
        elif name != name.strip():
            raise ValueError("space around a header name")
    if len(lengths) + len(codings) > 1:
        raise ValueError("two lengths")
    if any(not length.isdigit() or len(length) > 15 for length in lengths):
        raise ValueError("bad Content-Length")
    if codings not in ([], [b"chunked"]):
        raise ValueError("bad Transfer-Encoding")


def status_of(error: Exception) -> int:
    """The HTTP status for `error`; a body that never comes is a 408, not Sanic's 503."""
    if isinstance(error, ServiceUnavailable):
        return 408
    if isinstance(error, SanicException):
        return int(error.status_code or 500)
    return 500


def install(app: Sanic) -> None:
    """Put the limits, the head check, the error sentences and the headers on `app`."""
    app.config.update(LIMITS)

    @app.signal("http.lifecycle.read_head")
    async def read_head(head: bytes) -> None:
        check_head(head)

    async def on_error(request: Request, error: Exception) -> HTTPResponse:
        status = status_of(error)
        metrics.REFUSED.labels(str(status)).inc()
        if status >= 500:
            log.error("requête en échec (%s)", error_types(error))
        sentence = texts.HTTP_ERRORS.get(status) or texts.HTTP_ERRORS[400]
        return json_reply({"error": sentence}, status)

    app.error_handler.add(Exception, on_error)

    async def add_headers(request: Request, response: BaseHTTPResponse) -> None:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)

    app.register_middleware(add_headers, "response")
