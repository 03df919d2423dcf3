"""Start to end of the serving process: load, listen, stop."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Optional

from rasa.core.channels.channel import InputChannel

from vigie.errors import Refusal
from vigie.project import Project
from vigie.server import site
from vigie.server.app import add_lifecycle, create_app
from vigie.server.assistant import Assistant
from vigie.server.endpoints import check_workers
from vigie.server.listen import BACKLOG, address_of, listen
from vigie.server.misses.opened import misses
from vigie.server.parts import Parts, build_parts
from vigie.server.protocol import StrictProtocol
from vigie.server.reload import Reloader, stamp
from vigie.server.settings import Settings
from vigie.server.site import Pages
from vigie.server.store import MemoryStore

log = logging.getLogger(__name__)

# A probe is a turn that waits behind those of people: under load it may take longer than one.
PROBE_SECONDS = 10.0


@dataclass(frozen=True)
class Served:
    """What a process serves, and through what: the server itself knows neither."""

    find: Callable[[], Path]
    """Returns the archive to serve, checked; raises Refusal."""
    manifest: Path
    """The file that changes when there is a new one."""
    channels: Callable[[Parts], Sequence[InputChannel]]
    """Makes the channels, once the stores are there."""
    site: Pages
    """The pages of the knowledge."""
    sections: Sequence[str]
    """The first parts of their addresses."""


def _pass_on(number: int, frame: Optional[FrameType]) -> None:
    """Have the workers of this process get the signal: each reloads its own model."""
    for worker in multiprocessing.active_children():
        if worker.pid is not None:
            os.kill(worker.pid, number)


def _show_pages(assistant: Assistant) -> None:
    """The pages need no model."""
    try:
        assistant.prepare_pages()()
    except Refusal as problem:
        log.error("%s", problem)


def serve(
    project: Project,
    settings: Settings,
    sock: socket.socket,
    what: Served,
    say: Callable[[str], None],
    started: float,
) -> None:
    """Serve until SIGINT or SIGTERM; turns in flight are finished.

    Args:
        project: whose stores and actions are served.
        settings: of this process.
        sock: the bound socket to serve on.
        what: the model and the channels.
        say: is told of the progress, in French.
        started: when the command began, by `time.monotonic`.

    Raises:
        Refusal: a file of the project cannot be used, or there is no model to serve.
    """
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # until there is something to reload
    since = stamp(what.manifest)
    parts = build_parts(project, settings)
    parts.actions.accountant.misses = misses(project.root, settings, parts.shared)
    workers = check_workers(os.environ, parts.shared is not None)
    assistant = Assistant(parts, what.find, PROBE_SECONDS, what.site)
    try:
        name = assistant.start()
        say(f"Modèle {name} chargé.")
    except Refusal as problem:
        if not settings.degraded:
            raise
        log.error("secours seulement : %s", problem)
        _show_pages(assistant)
        say(f"{problem}\nLe service démarre quand même, pour les secours seulement.")
    app = create_app(assistant, what.channels(parts), settings)
    app.blueprint(site.blueprint(what.site, what.sections, settings.public_url))

    def on_ready() -> None:
        seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
        say(f"Vigie répond sur {address_of(sock)} (prête en {seconds} s). Ctrl-C pour arrêter.")

    add_lifecycle(app, assistant, Reloader(assistant, what.manifest, since), on_ready)
    listen(sock)
    if workers > 1:
        signal.signal(signal.SIGHUP, _pass_on)
    try:
        app.run(
            sock=sock,
            motd=False,
            access_log=False,
            backlog=BACKLOG,
            workers=workers,
            protocol=StrictProtocol,
        )
    except asyncio.CancelledError:
        if not app.ctx.drain.begun:
            raise
        log.info("une tâche a été coupée par l’arrêt")
    in_memory = isinstance(parts.store, MemoryStore)
    say("Vigie est arrêtée" + (" ; aucune conversation n’a été gardée." if in_memory else "."))
