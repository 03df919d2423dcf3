"""The pages of the knowledge, over HTTP: what makes them is not known here (see `Pages`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Optional, Protocol

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from vigie.server import hosts
from vigie.server.pages import REVALIDATED, Static

HTML = "text/html; charset=utf-8"
MOST = 512
"""Pages that are kept as they are sent."""


class Pages(Protocol):
    """The site that is served."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The addresses of all pages."""

    def prepare(self) -> Callable[[], None]:
        """Read the knowledge anew; what is returned puts its pages in service."""

    def html(self, path: str) -> Optional[str]:
        """The page of an address; None where there is none."""

    def absent(self) -> str:
        """What stands where there is no page."""

    def form(self, problem: str = "") -> str:
        """The form that asks one question."""

    def answer(self, question: str, said: Sequence[Mapping[str, Any]]) -> str:
        """The answer to a question put by the form."""

    def sitemap(self, base: str) -> str:
        """All addresses, for search engines."""

    def robots(self, base: str) -> str:
        """What robots may visit."""


class _Sent:
    """Pages as they are sent, until their text changes."""

    def __init__(self, public: bool) -> None:
        self._headers = {**REVALIDATED, **({"X-Robots-Tag": "all"} if public else {})}
        self._kept: dict[str, tuple[str, Static]] = {}

    def of(self, path: str, html: str) -> Static:
        """`html`, plain and gzipped."""
        kept = self._kept.get(path)
        if kept is None or kept[0] is not html:
            if len(self._kept) >= MOST:
                self._kept.clear()
            kept = self._kept[path] = (html, Static(html.encode(), HTML, self._headers))
        return kept[1]


def blueprint(site: Pages, sections: Sequence[str], public_url: str) -> Blueprint:
    """The routes of the site.

    Args:
        site: what is served.
        sections: the first parts of its addresses.
        public_url: its address seen from outside. Search engines may show its pages only where
            there is one.
    """
    routes = Blueprint("vigie_site")
    sent = _Sent(bool(public_url))

    async def show(request: Request, ident: str = "") -> HTTPResponse:
        path = request.path.rstrip("/")
        html = site.html(path)
        if html is None:
            return page(site.absent(), 404)
        return sent.of(path, html).answer(request)

    async def sitemap(request: Request) -> HTTPResponse:
        body = site.sitemap(_here(request)).encode()
        return raw(body, headers=REVALIDATED, content_type="application/xml; charset=utf-8")

    async def robots(request: Request) -> HTTPResponse:
        body = site.robots(_here(request)).encode()
        return raw(body, headers=REVALIDATED, content_type="text/plain; charset=utf-8")

    for section in sections:
        methods = ["GET", "HEAD"]
        routes.add_route(show, f"/{section}", methods=methods, name=f"list_{section}")
        routes.add_route(show, f"/{section}/<ident>", methods=methods, name=f"page_{section}")
    routes.add_route(sitemap, "/sitemap.xml", methods=["GET", "HEAD"])
    routes.add_route(robots, "/robots.txt", methods=["GET", "HEAD"])
    return routes


def page(html: str, status: int = 200, headers: Optional[Mapping[str, str]] = None) -> HTTPResponse:
    """A page that is not kept by anybody."""
    return raw(html.encode("utf-8", "replace"), status, dict(headers or {}), HTML)


def _here(request: Request) -> str:
    """This server as the request calls it; the scheme that a proxy ended is not known."""
    host = request.headers.get("host", "")
    return f"http://{host}" if hosts.named(host) else ""
