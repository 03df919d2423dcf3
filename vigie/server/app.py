"""The Sanic app: Rasa's channels, the page, health and guards around one assistant."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Sequence
from typing import Any

from rasa.core.channels.channel import InputChannel, register
from sanic import Sanic

from vigie.nlu.encoder.missing import missing
from vigie.server import cors, guard, headers, health, hosts, pages
from vigie.server.assistant import Assistant
from vigie.server.crowd import Crowd, room
from vigie.server.drain import Drain
from vigie.server.reload import Reloader
from vigie.server.settings import Settings

SWEEP_SECONDS = 30.0
PURGE_SECONDS = 3_600.0


class _Served:
    """What channels registered on the app see as Rasa's agent: whichever is in service."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    async def handle_message(self, message: Any) -> Any:
        return await self._assistant.agent.handle_message(message)


def create_app(
    assistant: Assistant,
    channels: Sequence[InputChannel],
    settings: Settings,
    name: str = "vigie",
) -> Sanic:
    """The app, ready to run; `name` must be unique in a process."""
    app = Sanic(name, configure_logging=False)
    guard.install(app, settings.request_seconds)
    headers.install(app)
    hosts.install(app, settings.hosts)
    cors.install(app, settings.origins)
    app.config.update({"GRACEFUL_SHUTDOWN_TIMEOUT": settings.stop_seconds, "MOTD": False})
    app.ctx.agent = _Served(assistant)
    app.ctx.crowd = Crowd(room())
    register(list(channels), app, route="/webhooks/")
    app.blueprint(pages.blueprint())
    app.blueprint(hosts.blueprint(settings.security_contact))
    app.ctx.drain = Drain(settings.drain_seconds)
    app.ctx.drain.close_connections(app)
    parts = assistant.parts
    app.blueprint(
        health.blueprint(
            assistant.probe,
            lambda: parts.conversations,
            lambda: app.ctx.drain.begun,
            lambda: parts.shared is not None and (not parts.shared.up or parts.shared.refusing),
            missing,
            parts.actions.overdue,
            app.ctx.crowd.problem,
        )
    )
    return app


def add_lifecycle(
    app: Sanic, assistant: Assistant, reloader: Reloader, on_ready: Callable[[], None]
) -> None:
    """Sweep old conversations, reload models, and call `on_ready` once requests are taken."""

    async def after_start(app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
        app.ctx.drain.install(loop, app.stop)
        app.ctx.chores = [
            loop.create_task(_sweep(assistant)),
            loop.create_task(_purge(assistant)),
            loop.create_task(reloader.watch()),
        ]
        loop.add_signal_handler(signal.SIGHUP, lambda: app.add_task(reloader.reload()))
        on_ready()

    async def before_stop(app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
        for chore in app.ctx.chores:
            chore.cancel()

    async def after_stop(app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
        if assistant.parts.actions.accountant.misses is not None:
            await assistant.parts.actions.accountant.misses.close()
        if assistant.parts.shared is not None:
            await assistant.parts.shared.close()

    app.register_listener(after_start, "after_server_start")
    app.register_listener(before_stop, "before_server_stop")
    app.register_listener(after_stop, "after_server_stop")


async def _sweep(assistant: Assistant) -> None:
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        assistant.parts.sweep()


async def _purge(assistant: Assistant) -> None:
    """Forget old misses, also where no new one comes."""
    misses = assistant.parts.actions.accountant.misses
    while misses is not None:
        await misses.purge()
        await asyncio.sleep(PURGE_SECONDS)
