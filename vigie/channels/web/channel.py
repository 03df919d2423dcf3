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
from vigie.channels.web.erasing import Erase, restarting
from vigie.channels.web.gate import Gate
from vigie.channels.web.http import PATHS, Http
from vigie.channels.web.service import Service, Tools
from vigie.channels.web.sessions import Sessions
from vigie.channels.web.socket import Sockets
from vigie.channels.web.token import Signer
from vigie.channels.web.wire import MOST_BYTES
from vigie.server.answer import Answerer, Limits
from vigie.server.rates import Buckets, Rates
from vigie.server.redis.buckets import RedisBuckets
from vigie.server.redis.link import Link
from vigie.server.redis.streams import RedisStreams
from vigie.server.replies import json_reply
from vigie.server.settings import Settings

SWEEP_SECONDS = 30.0
CONNECTIONS_A_MINUTE = 120
"""Of one address that is not this machine: a class or a shelter behind one router."""


class WebChannel(InputChannel):
    """The web widget's channel: Socket.IO at /socket.io/, HTTP at /webhooks/web/."""

    def __init__(self, settings: Settings, erase: Optional[Erase] = None) -> None:
        """Serve with `settings`.

        Args:
            settings: of the process.
            erase: erases what Rasa keeps of a sender; None has Rasa restart its conversation.
        """
        self._settings = settings
        self._erase = erase
        self._link: Optional[Link] = None

    @classmethod
    def name(cls) -> str:
        """The name in URLs, trackers and response variants."""
        return "web"

    @classmethod
    def from_credentials(cls, credentials: Optional[dict[str, Any]]) -> WebChannel:
        """The channel of credentials.yml, with the settings of the environment."""
        del credentials
        return cls.from_settings(Settings.from_env(os.environ))

    @classmethod
    def from_settings(cls, settings: Settings, erase: Optional[Erase] = None) -> WebChannel:
        """The channel with these settings."""
        return cls(settings, erase)

    def share(self, link: Link, settings: Settings) -> None:
        """Keep sessions, and count how fast people write, together with the other replicas."""
        del settings
        self._link = link

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of the channel."""
        settings = self._settings
        seconds = settings.session_minutes * 60
        signer, sessions = Signer(settings.secret, seconds), Sessions(seconds)
        limits = Limits(settings.max_characters, settings.turn_seconds, settings.max_pending)
        link = self._link
        tools = Tools(
            signer,
            sessions,
            Answerer(self.name(), limits),
            Rates(
                Buckets(settings.sender_rate),
                Buckets(settings.address_rate),
                settings.trusted_proxies,
                RedisBuckets(link, settings.secret) if link else None,
            ),
            settings.max_characters,
            RedisStreams(link, seconds) if link else None,
        )
        server = driver.create_server()
        sockets = Sockets(server)
        erase = self._erase or restarting(on_new_message)
        service = Service(tools, on_new_message, erase, sockets.publish)
        sockets.serve(service)
        connecting = Rates(Buckets(0), Buckets(CONNECTIONS_A_MINUTE), settings.trusted_proxies)
        gate = Gate(server, settings.origins, connecting, lambda: service.stopping)
        routes = _Blueprint(server, gate)
        twin = Http(service, signer, settings.origins)
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
