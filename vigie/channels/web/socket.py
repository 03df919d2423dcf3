"""The Socket.IO side: connections, their events, and what is sent to all of a session."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Optional, cast

from socketio import AsyncServer

from vigie.channels.web import acks, counters, driver, texts, wire
from vigie.channels.web.room import Client, Expired
from vigie.channels.web.service import Service
from vigie.server.logs import error_types
from vigie.server.rates import Buckets

log = logging.getLogger(__name__)

EVENTS_A_MINUTE = 240
"""Of one connection, those without a turn included; more is a flood."""
FAREWELL_SECONDS = 1.0
"""For the last acknowledgements to be fetched, when the process stops."""


class Sockets:
    """The open connections of one Socket.IO server."""

    def __init__(self, server: AsyncServer) -> None:
        """Listen on `server`; `serve` must follow."""
        self._server = server
        self._clients: dict[str, Client] = {}
        self._events = Buckets(EVENTS_A_MINUTE)
        self._handling: set[asyncio.Task[Any]] = set()
        self._service: Optional[Service] = None

    def serve(self, service: Service) -> None:
        """Pass what comes to `service`."""
        self._service = service
        self._server.on("connect", self.connect)
        self._server.on("disconnect", self.disconnect)
        self._server.on("*", self.event)

    async def publish(
        self, session: str, event: str, data: dict[str, Any], skip: Optional[str]
    ) -> None:
        """Send to every open connection of `session` but `skip`."""
        await self._server.emit(event, data, room=session, skip_sid=skip)

    def of(self, session: str) -> list[Client]:
        """See `room.Windows`."""
        return [one for one in self._clients.values() if one.token.session == session]

    async def follow(self, client: Client, left: str) -> None:
        """See `room.Windows`."""
        if client.connection in self._clients:
            await self._server.leave_room(client.connection, left)
            await self._server.enter_room(client.connection, client.token.session)

    async def connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Open or resume the session of a new connection."""
        service = cast(Service, self._service)
        request = environ["sanic.request"]
        opening, good = wire.opening(auth)
        if not good:
            counters.REFUSED.labels("invalid").inc()
        await service.room.recall(opening)
        token, state = service.room.open(opening)
        forwarded = tuple(request.headers.getall("x-forwarded-for", []))
        client = Client(token, request.ip, forwarded, sid)
        self._clients[sid] = client
        counters.CONNECTIONS.set(len(self._clients))
        # Nothing may be said between what is replayed and the entry into the room: neither of
        # the two calls lets another task run before its packet is queued.
        await self._server.enter_room(sid, token.session)
        await self._server.emit("session", state, to=sid)

    async def disconnect(self, sid: str, reason: Any = None) -> None:
        """Forget a connection; the session stays."""
        self._clients.pop(sid, None)
        counters.CONNECTIONS.set(len(self._clients))

    async def event(self, name: str, sid: str, *args: Any) -> Optional[acks.Ack]:
        """Handle one event; what comes back is its acknowledgement."""
        client = self._clients.get(sid)
        if client is None:
            return None
        task = cast("asyncio.Task[Any]", asyncio.current_task())
        self._handling.add(task)  # until its acknowledgement is on the way
        task.add_done_callback(self._handling.discard)
        if not self._events.take(sid):
            counters.REFUSED.labels("flood").inc()
            await driver.drop(self._server, sid)
            return None
        try:
            return await self._handled(client, name, args)
        except wire.Invalid:
            return acks.refused("invalid", _key(args))
        except Expired:  # by another replica
            return acks.refused("expired", _key(args))
        except Exception as problem:
            log.error("événement en échec (%s)", error_types(problem))
            return acks.refused("failed", _key(args))

    async def _handled(self, client: Client, name: str, args: tuple[Any, ...]) -> acks.Ack:
        service = cast(Service, self._service)
        kind = wire.EVENTS.get(name)
        if kind is None or len(args) > 1:
            raise wire.Invalid("event")
        event = wire.read(args[0] if args else {}, kind)
        handle: Callable[[Client, Any], Awaitable[acks.Ack]] = getattr(service, name)
        return service.stamped(client, await handle(client, event))

    async def stop(self, seconds: float) -> None:
        """Tell everybody, let running turns end, then close such that clients reconnect."""
        service = cast(Service, self._service)
        service.stopping = True
        if self._clients:
            farewell = {"error": "stopping", "text": texts.STOPPING}
            await self._server.emit("trouble", farewell)
        await service.finish(seconds)
        if self._handling:
            await asyncio.wait(self._handling, timeout=FAREWELL_SECONDS)
        await driver.delivered(self._server, FAREWELL_SECONDS)
        await driver.close_all(self._server)
        await self._server.shutdown()


def _key(args: tuple[Any, ...]) -> Optional[str]:
    """The client's id in a bad event, when that much is one: nothing else is sent back."""
    found = args[0].get("id") if args and isinstance(args[0], dict) else None
    return found if isinstance(found, str) and wire.is_id(found) else None
