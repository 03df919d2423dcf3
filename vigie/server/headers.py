"""The security headers of every response.

The page may load its own files and nothing else, may not be framed, and gives no referrer.
One file is meant for pages of other sites: the widget's script.
"""

from __future__ import annotations

from sanic import Sanic
from sanic.request import Request
from sanic.response import BaseHTTPResponse

# Scripts that other sites embed with <script src>.
EMBEDDABLE = ("/widget.js",)

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)

_UNUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
    "screen-wake-lock", "usb", "xr-spatial-tracking",
)  # fmt: skip

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "no-store",
}


def of(path: str) -> dict[str, str]:
    """The headers of a response to a request for `path`."""
    if path in EMBEDDABLE:
        return {**HEADERS, "Cross-Origin-Resource-Policy": "cross-origin"}
    return HEADERS


def install(app: Sanic) -> None:
    """Put the headers on every response of `app`; a route may set its own Cache-Control."""

    async def add(request: Request, response: BaseHTTPResponse) -> None:
        for name, value in of(request.path).items():
            response.headers.setdefault(name, value)

    app.register_middleware(add, "response")
