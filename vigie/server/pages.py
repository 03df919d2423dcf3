"""What browsers fetch: the page at `/` and the widget, read once, with no request to anybody else.

The widget is built from web/ (scripts/web). Where that was not done its addresses answer 404,
and the pages that use it keep the hotline that they hold in their own HTML.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from vigie.server import headers

FOLDER = Path(__file__).parent / "page"
WIDGET = Path(__file__).parents[2] / "web" / "dist"

FILES = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/page/style.css": ("style.css", "text/css; charset=utf-8"),
    "/page/icon.svg": ("icon.svg", "image/svg+xml"),
    "/page/pages.css": ("pages.css", "text/css; charset=utf-8"),
    "/page/examples.js": ("examples.js", "text/javascript; charset=utf-8"),
    "/page/exit.js": ("exit.js", "text/javascript; charset=utf-8"),
}
WIDGET_FILES = {
    "/widget.js": ("widget.js", "text/javascript; charset=utf-8"),
    "/widget/vigie-chat.js": ("vigie-chat.js", "text/javascript; charset=utf-8"),
    "/widget/words.js": ("words.js", "text/javascript; charset=utf-8"),
}

REVALIDATED = {"Cache-Control": "no-cache"}
# Any site may include the script; whom the server then talks to is VIGIE_ORIGINS.
SHARED = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
# The address of the bundle changes with its content.
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}


@dataclass(frozen=True)
class Static:
    """A file as it is sent, plain and gzipped."""

    body: bytes
    kind: str
    headers: Mapping[str, str]
    small: bytes = field(init=False)
    tag: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "small", gzip.compress(self.body, 9, mtime=0))
        object.__setattr__(self, "tag", f'"{hashlib.sha256(self.body).hexdigest()[:24]}"')

    def answer(self, request: Request) -> HTTPResponse:
        """The file, or 304 when the browser has it."""
        sent = {**self.headers, "ETag": self.tag, "Vary": "Accept-Encoding"}
        if self.tag in request.headers.get("if-none-match", ""):
            return raw(b"", status=304, headers=sent)
        if request.args and "v" in request.args:
            sent.update(FOR_EVER)
        if "gzip" in request.headers.get("accept-encoding", ""):
            sent["Content-Encoding"] = "gzip"
            return raw(self.small, content_type=self.kind, headers=sent)
        return raw(self.body, content_type=self.kind, headers=sent)


def _asking(kind: str) -> Mapping[str, str]:
    """The headers that the page at `/` has besides: its form may ask this server."""
    return headers.WITH_FORM if kind.startswith("text/html") else {}


def read(folder: Path = FOLDER, widget: Path = WIDGET) -> dict[str, Static]:
    """Each address with its file; those of the widget only where it is built."""
    found = {
        url: Static((folder / name).read_bytes(), kind, {**REVALIDATED, **_asking(kind)})
        for url, (name, kind) in FILES.items()
    }
    if all((widget / name).is_file() for name, _ in WIDGET_FILES.values()):
        for url, (name, kind) in WIDGET_FILES.items():
            found[url] = Static((widget / name).read_bytes(), kind, {**REVALIDATED, **SHARED})
    return found


def blueprint(folder: Path = FOLDER, widget: Path = WIDGET) -> Blueprint:
    """The routes of the page and of the widget."""
    routes = Blueprint("vigie_page")
    for index, (url, static) in enumerate(read(folder, widget).items()):

        async def show(request: Request, static: Static = static) -> HTTPResponse:
            return static.answer(request)

        routes.add_route(show, url, methods=["GET", "HEAD"], name=f"file_{index}")
    return routes
