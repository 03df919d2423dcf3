"""Start to end of the serving process: bind, load, listen, stop."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Optional

from vigie.errors import Refusal
from vigie.project import Project
from vigie.server import channels
from vigie.server.app import add_lifecycle, create_app
from vigie.server.assistant import Assistant
from vigie.server.endpoints import check_workers
from vigie.server.parts import build_parts
from vigie.server.settings import Settings

log = logging.getLogger(__name__)

BACKLOG = 512


def bind(host: str, port: int) -> socket.socket:
    """A socket bound to `host` and `port`, not yet listening: a taken port shows at once.

    Raises:
        Refusal: the address cannot be had.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        sock = socket.socket(family, socket.SOCK_STREAM)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
    except (OSError, OverflowError) as problem:
        raise _taken(host, port, problem) from None
    return sock


def _taken(host: str, port: int, problem: Exception) -> Refusal:
    if isinstance(problem, PermissionError):
        return Refusal(f"Le port {port} est réservé au système : choisissez-en un autre (PORT=…).")
    if isinstance(problem, socket.gaierror):
        return Refusal(f"L’adresse {host} est inconnue : corrigez HOST.")
    return Refusal(
        f"L’adresse {host}:{port} est déjà prise : arrêtez l’autre serveur ou "
        f"choisissez un autre port (PORT={port + 1})."
    )


def address_of(sock: socket.socket) -> str:
    """The URL to open in a browser."""
    host, port = sock.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(  # noqa: S104  # compared, not bound
        host, f"[{host}]" if ":" in host else host
    )
    return f"http://{host}:{port}"


def _pass_on(number: int, frame: Optional[FrameType]) -> None:
    """Have the workers of this process get the signal: each reloads its own model."""
    for worker in multiprocessing.active_children():
        if worker.pid is not None:
            os.kill(worker.pid, number)


def serve(
    project: Project,
    settings: Settings,
    find: Callable[[], Path],
    say: Callable[[str], None],
    started: float,
) -> None:
    """Serve until SIGINT or SIGTERM; turns in flight are finished.

    Args:
        project: whose channels, stores and actions are served.
        settings: of this process.
        find: returns the archive to serve, checked; raises Refusal.
        say: is told of the progress, in French.
        started: when the command began, by `time.monotonic`.

    Raises:
        Refusal: the address is taken, or there is no model to serve.
    """
    sock = bind(settings.host, settings.port)
    parts = build_parts(project, settings)
    workers = check_workers(os.environ, parts.shared is not None)
    assistant = Assistant(parts, find, settings.turn_seconds)
    try:
        name = assistant.start()
        say(f"Modèle {name} chargé.")
    except Refusal as problem:
        if not settings.degraded:
            raise
        log.error("secours seulement : %s", problem)
        say(f"{problem}\nLe service démarre quand même, pour les secours seulement.")
    app = create_app(assistant, channels.create(project, settings, parts.shared), settings)

    def on_ready() -> None:
        seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
        say(f"Vigie répond sur {address_of(sock)} (prête en {seconds} s). Ctrl-C pour arrêter.")

    add_lifecycle(app, assistant, on_ready)
    try:
        sock.listen(BACKLOG)
    except OSError as problem:
        raise _taken(settings.host, settings.port, problem) from None
    if workers > 1:
        signal.signal(signal.SIGHUP, _pass_on)
    app.run(sock=sock, motd=False, access_log=False, backlog=BACKLOG, workers=workers)
    say("Vigie est arrêtée ; aucune conversation n’a été gardée.")
