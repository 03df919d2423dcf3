"""The HTTP twin of the socket: one POST an event, for where sockets are blocked."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, empty

from vigie.channels.web import acks, gate, wire
from vigie.channels.web.room import Client, Expired
from vigie.channels.web.service import Service
from vigie.server import cors
from vigie.server.logs import error_types
from vigie.server.rates import Buckets, Rates
from vigie.server.replies import json_reply

log = logging.getLogger(__name__)

PATHS = ("session", *wire.EVENTS)
EVENTS_A_MINUTE = 240
"""Of one session by HTTP, those without a turn included."""

Receive = Callable[[Request], Coroutine[Any, Any, HTTPResponse]]


class Http:
    """Answers the requests of the twin."""

    def __init__(self, service: Service, sites: Sequence[str], opening: Rates) -> None:
        """Pass events to `service`.

        Args:
            service: what handles them.
            sites: the origins whose pages may ask, beside our own.
            opening: of new connections and openings, by address.
        """
        self._service = service
        self._sites = sites
        self._opening = opening
        self._events = Buckets(EVENTS_A_MINUTE)

    def route(self, name: str) -> Receive:
        """The handler of one path."""

        async def receive(request: Request) -> HTTPResponse:
            if not cors.permitted(request, self._sites):
                return gate.foreign()
            headers = cors.headers_for(request, self._sites)
            if request.method == "OPTIONS":
                return empty(headers={**headers, **cors.ALLOWED})
            return _reply(await self._answer(name, request), headers)

        return receive

    async def _answer(self, name: str, request: Request) -> acks.Ack:
        try:
            body = wire.body(request.body)
            opening = wire.read(body, wire.Opening)
            forwarded = tuple(request.headers.getall("x-forwarded-for", []))
            if name == "session":
                if not self._opening.allow("", request.ip, forwarded):
                    return acks.refused("rate")
                await self._service.room.recall(opening)
                return {"ok": True, **self._service.room.open(opening)[1]}
            token = self._service.room.read(opening.token)
            if token is None:
                return acks.refused("expired")
            if not self._events.take(token.session):
                return acks.refused("rate")
            event = wire.read(body, wire.EVENTS[name])
            client = Client(token, request.ip, forwarded)
            return await self._handled(client, opening, name, event)
        except wire.Invalid:
            return acks.refused("invalid")
        except Expired:
            return acks.refused("expired")
        except Exception as problem:
            log.error("requête en échec (%s)", error_types(problem))
            return acks.refused("failed")

    async def _handled(
        self, client: Client, opening: wire.Opening, name: str, event: Any
    ) -> acks.Ack:
        handle: Callable[[Client, Any], Awaitable[acks.Ack]] = getattr(self._service, name)
        ack = await handle(client, event)
        session = await self._service.room.session(client)
        ack = self._service.stamped(client, ack)
        missed = self._service.room.missed(session, opening)
        return {**ack, "stream": session.stream.name, "messages": missed}


def _reply(ack: acks.Ack, headers: dict[str, str]) -> HTTPResponse:
    status = 200 if ack["ok"] else acks.STATUS[ack["error"]]
    if "retry_after" in ack:
        headers = {**headers, "Retry-After": str(ack["retry_after"])}
    return json_reply(ack, status, headers)
