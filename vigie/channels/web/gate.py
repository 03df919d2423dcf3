"""Who may open a Socket.IO transport: the route in front of engineio."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Optional

from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, empty
from socketio import AsyncServer

from vigie.channels.web import counters, driver, texts
from vigie.server import cors
from vigie.server import texts as server_texts
from vigie.server.rates import Rates
from vigie.server.replies import json_reply

MOST_CONNECTIONS = 5_000
POLL_SECONDS = 60
"""A poll waits for the next message or ping (25 s): longer than other requests may take."""


class Gate:
    """Checks a request before engineio sees it."""

    def __init__(
        self,
        server: AsyncServer,
        sites: Sequence[str],
        rates: Rates,
        stopping: Callable[[], bool],
    ) -> None:
        """Guard `server`.

        Args:
            server: the Socket.IO server.
            sites: the origins allowed beside this one.
            rates: of new connections, by address.
            stopping: whether the process is about to stop.
        """
        self._server = server
        self._sites = sites
        self._rates = rates
        self._stopping = stopping

    async def serve(self, request: Request) -> HTTPResponse:
        """Answer one request of a transport; a WebSocket is one long request."""
        if not cors.permitted(request, self._sites):
            return foreign()
        headers = cors.headers_for(request, self._sites)
        if request.method == "OPTIONS":
            return empty(headers={**headers, **cors.ALLOWED})
        refusal = self._refusal(request, headers)
        if refusal:
            return refusal
        protocol: Any = request.transport.get_protocol()  # type: ignore[no-untyped-call]
        protocol.response_timeout = POLL_SECONDS
        try:
            response: HTTPResponse = await self._server.handle_request(request)
        except (SanicException, OSError, ValueError):
            return refuse(400, "transport", texts.INVALID, headers)
        response.headers.update(headers)
        return response

    def _refusal(self, request: Request, headers: dict[str, str]) -> Optional[HTTPResponse]:
        if "j" in request.args:  # JSONP: a reply that any site could read as a script
            return refuse(400, "transport", texts.INVALID, headers)
        # What engineio refuses itself, it refuses by waiting until the client has read all.
        if request.method == "POST" and not driver.is_payload(request.body):
            return refuse(400, "transport", texts.INVALID, headers)
        if "sid" in request.args:
            return None  # also when stopping: its turns are still being answered
        if self._stopping():
            return refuse(503, "stopping", texts.STOPPING, headers)
        if len(self._server.eio.sockets) >= MOST_CONNECTIONS:
            return refuse(503, "crowded", texts.CROWDED, headers)
        forwarded = request.headers.getall("x-forwarded-for", [])
        if not self._rates.allow("", request.ip, forwarded):
            return refuse(429, "crowded", texts.CROWDED, headers)
        return None


def foreign() -> HTTPResponse:
    """The answer to a page of a site that may not ask."""
    return refuse(403, "origin", server_texts.FOREIGN_ORIGIN)


def refuse(status: int, reason: str, text: str, headers: Any = None) -> HTTPResponse:
    """An answer that says why not, counted."""
    counters.REFUSED.labels(reason).inc()
    return json_reply({"ok": False, "error": reason, "text": text}, status, headers)
