"""From which sites a browser may ask: this one, and those of the setting VIGIE_ORIGINS."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional
from urllib.parse import urlsplit

from sanic.request import Request

HEADERS = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "content-type",
    "Access-Control-Max-Age": "600",
}


def allowed(origin: str, host: str, others: Sequence[str]) -> bool:
    """Whether pages of `origin` may ask a server that is called `host` (with its port).

    The scheme is not compared: behind a proxy that ends TLS, this process does not know it.
    """
    origin = origin.lower()
    if origin in others:
        return True
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and parts.netloc == host.lower()


def cors(request: Request, others: Sequence[str]) -> Optional[dict[str, str]]:
    """The headers that let the asking page read the reply; None when it may not ask.

    A request without Origin comes from no page of another site, or is no browser's: browsers
    name the origin of each cross-site request whose reply could be read.
    """
    origins = request.headers.getall("origin", [])
    if not origins:
        return {"Vary": "Origin"}
    if len(origins) > 1 or not allowed(origins[0], request.headers.get("host", ""), others):
        return None
    return {"Access-Control-Allow-Origin": origins[0], "Vary": "Origin"}
