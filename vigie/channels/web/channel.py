"""The channel: settings in, a blueprint with the socket and its HTTP twin out."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import Any, Optional

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from socketio import AsyncServer

from vigie.channels.web import counters, driver
from vigie.channels.web.elsewhere import Elsewhere
from vigie.channels.web.erasing import Erase, restarting
from vigie.channels.web.gate import Gate
from vigie.channels.web.http import PATHS, Http
from vigie.channels.web.room import Room
from vigie.channels.web.service import Service, Tools
from vigie.channels.web.sessions import Sessions
from vigie.channels.web.socket import Sockets
from vigie.channels.web.token import Signer
from vigie.channels.web.wire import MOST_BYTES
from vigie.server.admission import Admission
from vigie.server.answer import Answerer, Limits
from vigie.server.rates import Buckets, Rates
from vigie.server.redis.link import Link
from vigie.server.redis.streams import RedisStreams
from vigie.server.replies import json_reply
from vigie.server.settings import Settings

SWEEP_SECONDS = 30.0
CONNECTIONS_A_MINUTE = 120
"""Of one address that is not this machine: a class or a shelter behind one router."""


class WebChannel(InputChannel):
    """The web widget's channel: Socket.IO at /socket.io/, HTTP at /webhooks/web/."""

    def __init__(
        self,
        settings: Settings,
        admission: Admission,
        erase: Optional[Erase] = None,
        shared: Optional[Link] = None,
    ) -> None:
        """Serve with `settings`.

        Args:
            settings: of the process.
            admission: who may write, and how many at once.
            erase: erases what Rasa keeps of a sender; None has Rasa restart its conversation.
            shared: the Redis of all replicas, when there are several.
        """
        self._settings = settings
        self._admission = admission
        self._erase = erase
        self._shared = shared

    @classmethod
    def name(cls) -> str:
        """The name in URLs, trackers and response variants."""
        return "web"

    @classmethod
    def from_credentials(cls, credentials: Optional[dict[str, Any]]) -> WebChannel:
        """The channel of credentials.yml, with the settings of the environment."""
        del credentials
        settings = Settings.from_env(os.environ)
        return cls(settings, Admission.of(settings))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of the channel."""
        settings = self._settings
        seconds = settings.session_minutes * 60
        signer, sessions = Signer(settings.secret, seconds), Sessions(seconds)
        server = driver.create_server()
        sockets = Sockets(server)
        streams = RedisStreams(self._shared, seconds) if self._shared else None
        elsewhere = Elsewhere(sessions, signer, streams)
        room = Room(signer, elsewhere, sockets, settings.max_characters)
        tools = Tools(
            Answerer(self.name(), Limits.of(settings), self._admission.places),
            self._admission.rates,
            on_new_message,
            self._erase or restarting(on_new_message),
            settings.human_contact,
        )
        service = Service(tools, room)
        sockets.serve(service)
        opening = Rates(Buckets(0), Buckets(CONNECTIONS_A_MINUTE), settings.trusted_proxies)
        gate = Gate(server, settings.origins, opening, lambda: service.stopping)
        routes = _Blueprint(server, gate)
        twin = Http(service, settings.origins, opening)
        for path in PATHS:
            routes.add_route(twin.route(path), f"/{path}", methods=["POST", "OPTIONS"], name=path)
        routes.add_route(_health, "/", methods=["GET"], name="health")
        _add_lifecycle(routes, sessions, sockets, settings.stop_seconds)
        return routes


class _Blueprint(Blueprint):
    """Puts Socket.IO where its clients look for it, outside of the prefix of the channel."""

    def __init__(self, server: AsyncServer, gate: Gate) -> None:
        super().__init__("vigie_web")
        self.ctx.server = server
        self.ctx.gate = gate

    def register(self, app: Sanic, options: dict[str, Any]) -> None:
        """Add the routes to `app`."""
        app.config.update({"WEBSOCKET_MAX_SIZE": MOST_BYTES})
        app.enable_websocket()  # type: ignore[no-untyped-call]
        app.add_route(
            self.ctx.gate.serve,
            "/socket.io/",
            methods=["GET", "POST", "OPTIONS"],
            name="vigie_web_socket",
        )
        super().register(app, options)  # type: ignore[no-untyped-call]


async def _health(request: Request) -> HTTPResponse:
    return json_reply({"status": "ok"})


def _add_lifecycle(
    routes: Blueprint, sessions: Sessions, sockets: Sockets, stop_seconds: float
) -> None:
    async def sweep() -> None:
        while True:
            sessions.sweep()
            counters.SESSIONS.set(len(sessions))
            counters.SESSION_BYTES.set(sessions.bytes)
            await asyncio.sleep(SWEEP_SECONDS)

    async def start(app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
        app.ctx.web_sweeping = loop.create_task(sweep())

    async def stop(app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
        app.ctx.web_sweeping.cancel()
        await sockets.stop(stop_seconds)

    routes.listener("after_server_start")(start)
    routes.listener("before_server_stop")(stop)
