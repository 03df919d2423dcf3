"""Which other sites' pages may talk to Vigie: those of VIGIE_ORIGINS, without credentials.

A page of Vigie's own origin needs nothing. A page of a listed origin gets the CORS headers, on
the addresses of the channels only. A page of any other origin is refused before its message is
read, since a browser sends a simple POST even where it will not show the answer. Programs that
are no browser send no Origin, and are not concerned.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Optional
from urllib.parse import urlsplit

from sanic import Sanic
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse

from vigie.server import metrics, texts
from vigie.server.replies import json_reply

PATHS = ("/webhooks/", "/socket.io")

ALLOWED = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Content-Type, Authorization",
    "Access-Control-Max-Age": "600",
}
EXPOSED = "Retry-After"

_DEFAULT_PORTS = {"http": 80, "https": 443}


def same_origin(origin: str, host: str, fetch_site: str = "") -> bool:
    """Whether `origin` names the site that the request was sent to.

    Args:
        origin: the Origin header.
        host: the Host header. The scheme is not compared: a proxy may have ended TLS.
        fetch_site: the Sec-Fetch-Site header, which pages cannot forge.
    """
    if fetch_site.lower() == "same-origin":
        return True
    try:
        ours, theirs = urlsplit(f"//{host}"), urlsplit(origin)
        default = _DEFAULT_PORTS.get(theirs.scheme)
        ports = {theirs.port or default, ours.port or default}
        return bool(ours.hostname) and ours.hostname == theirs.hostname and len(ports) == 1
    except ValueError:
        return False


def permitted(request: Request, origins: Collection[str]) -> bool:
    """Whether the page that sent `request`, if any, may talk to Vigie."""
    origin = request.headers.get("origin")
    if origin is None or origin.lower() in origins:
        return True
    host, site = request.headers.get("host", ""), request.headers.get("sec-fetch-site", "")
    return same_origin(origin, host, site)


def install(app: Sanic, origins: Collection[str]) -> None:
    """Answer preflights, refuse foreign pages and set the CORS headers, on the channels' paths."""

    def listed(request: Request) -> Optional[str]:
        origin = request.headers.get("origin")
        return origin if origin is not None and origin.lower() in origins else None

    async def check(request: Request) -> Optional[HTTPResponse]:
        if not request.path.startswith(PATHS):
            return None
        if not permitted(request, origins):
            metrics.REFUSED.labels("403").inc()
            return json_reply({"error": texts.FOREIGN_ORIGIN}, 403)
        if request.method == "OPTIONS" and listed(request):
            return HTTPResponse(status=204, headers=ALLOWED)
        return None

    async def mark(request: Request, response: BaseHTTPResponse) -> None:
        if not request.path.startswith(PATHS):
            return
        headers = response.headers
        for name in ("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"):
            headers.pop(name, None)  # what a library set by a rule of its own
        headers["Vary"] = "Origin"
        if origin := listed(request):
            headers["Access-Control-Allow-Origin"] = origin
            headers["Access-Control-Expose-Headers"] = EXPOSED

    app.register_middleware(check, "request")
    app.register_middleware(mark, "response")
