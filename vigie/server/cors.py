"""Which other sites' pages may talk to Vigie: those of VIGIE_ORIGINS, without credentials.

A page of Vigie's own origin needs nothing. A page of a listed origin gets the CORS headers, on
the addresses of the channels only. A page of any other origin is refused before its message is
read, since a browser sends a simple POST even where it will not show the answer. Programs that
are no browser send no Origin, and are not concerned.

`install` does all this on our own app; the web channel asks `permitted` once more by itself, for
where Rasa's app serves it.
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
    "Access-Control-Allow-Headers": "Content-Type",
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
    except ValueError:
        return False
    named = default is not None and bool(ours.hostname)
    return named and ours.hostname == theirs.hostname and len(ports) == 1


def permitted(request: Request, origins: Collection[str]) -> bool:
    """Whether the page that sent `request`, if any, may talk to Vigie."""
    named = request.headers.getall("origin", [])
    if not named:
        return True
    if len(named) > 1:
        return False
    if named[0].lower() in origins:
        return True
    host, site = request.headers.get("host", ""), request.headers.get("sec-fetch-site", "")
    return same_origin(named[0], host, site)


def headers_for(request: Request, origins: Collection[str]) -> dict[str, str]:
    """The headers by which a page of a listed site may read the answer to `request`."""
    headers = {"Vary": "Origin"}
    if origin := _listed(request, origins):
        headers["Access-Control-Allow-Origin"] = origin
        headers["Access-Control-Expose-Headers"] = EXPOSED
    return headers


def _listed(request: Request, origins: Collection[str]) -> Optional[str]:
    named = request.headers.getall("origin", [])
    return named[0] if len(named) == 1 and named[0].lower() in origins else None


def install(app: Sanic, origins: Collection[str]) -> None:
    """Answer preflights, refuse foreign pages and set the CORS headers, on the channels' paths."""

    async def check(request: Request) -> Optional[HTTPResponse]:
        if not request.path.startswith(PATHS):
            return None
        if not permitted(request, origins):
            metrics.REFUSED.labels("403").inc()
            return json_reply({"error": texts.FOREIGN_ORIGIN}, 403)
        if request.method == "OPTIONS" and _listed(request, origins):
            return HTTPResponse(status=204, headers=ALLOWED)
        return None

    async def mark(request: Request, response: BaseHTTPResponse) -> None:
        if not request.path.startswith(PATHS):
            return
        for name in ("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"):
            response.headers.pop(name, None)  # what a library set by a rule of its own
        response.headers.update(headers_for(request, origins))

    app.register_middleware(check, "request")
    app.register_middleware(mark, "response")
