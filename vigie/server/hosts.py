"""Which names this server answers to, and whom to tell of a hole in it."""

from __future__ import annotations

import time
from collections.abc import Collection
from typing import Optional
from urllib.parse import urlsplit

from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, text

from vigie.server import metrics, texts
from vigie.server.replies import json_reply

ANY_NAME = ("/health", "/metrics")
"""Asked by orchestrators, which call a process by its address."""
EXPIRES_SECONDS = 180 * 86_400


def named(header: str) -> str:
    """The host in a Host header, without its port; "" where there is none.

    >>> named("Vigie.example:8080"), named("[::1]:5005"), named("a b")
    ('vigie.example', '[::1]', '')
    """
    try:
        host = urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""
    if any(letter.isspace() for letter in host):
        return ""
    return f"[{host}]" if ":" in host else host


def install(app: Sanic, hosts: Collection[str]) -> None:
    """Refuse requests for other hosts than `hosts`; all are taken where there are none."""
    if not hosts:
        return

    async def check(request: Request) -> Optional[HTTPResponse]:
        host = named(request.headers.get("host", ""))
        if host in hosts or request.path.startswith(ANY_NAME):
            return None
        metrics.REFUSED.labels("421").inc()
        return json_reply({"error": texts.HTTP_ERRORS[421]}, 421)

    app.register_middleware(check, "request")


def blueprint(contact: str) -> Blueprint:
    """`/.well-known/security.txt` (RFC 9116), where there is a contact."""
    routes = Blueprint("vigie_security")

    async def show(request: Request) -> HTTPResponse:
        until = time.strftime("%Y-%m-%dT00:00:00Z", time.gmtime(time.time() + EXPIRES_SECONDS))
        return text(f"Contact: {contact}\nExpires: {until}\nPreferred-Languages: fr, en\n")

    if contact:
        routes.add_route(show, "/.well-known/security.txt", methods=["GET", "HEAD"])
    return routes
