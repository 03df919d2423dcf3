"""The plain page at `/`: three static files, read once, no request to anybody else."""

from __future__ import annotations

from pathlib import Path

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw

FOLDER = Path(__file__).parent / "page"

FILES = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/page/style.css": ("style.css", "text/css; charset=utf-8"),
    "/page/app.js": ("app.js", "text/javascript; charset=utf-8"),
    "/page/icon.svg": ("icon.svg", "image/svg+xml"),
}


def blueprint(folder: Path = FOLDER) -> Blueprint:
    """The routes of the page, from the files in `folder`."""
    routes = Blueprint("vigie_page")
    for index, (url, (name, kind)) in enumerate(FILES.items()):
        body = (folder / name).read_bytes()

        async def show(request: Request, body: bytes = body, kind: str = kind) -> HTTPResponse:
            return raw(body, content_type=kind, headers={"Cache-Control": "no-cache"})

        routes.add_route(show, url, methods=["GET", "HEAD"], name=f"file_{index}")
    return routes
