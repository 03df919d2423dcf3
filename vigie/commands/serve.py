"""`vigie serve`."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Optional

import typer

from vigie.commands import prepare
from vigie.errors import Refusal
from vigie.knowledge.load import load
from vigie.knowledge.model.knowledge import Knowledge
from vigie.project import Project
from vigie.server.listen import bind
from vigie.training import digest, manifest


def serve(host: Optional[str], port: Optional[int], endpoints: Optional[str] = None) -> None:
    """Serve the current model until the process is told to stop."""
    started = time.monotonic()
    settings = prepare.settings(host, port, endpoints=endpoints)
    project = Project.here()
    sock = bind(settings.host, settings.port)
    typer.echo("Chargement de l’assistant…")
    try:
        prepare.serving(manifest.current(project), settings)
    except Refusal:
        if not settings.degraded:
            raise
        prepare.without_tensorflow(settings)
    from vigie.channels.served import create
    from vigie.pages.book import SECTIONS, STRUCTURE
    from vigie.pages.site import Site
    from vigie.server.run import Served
    from vigie.server.run import serve as run

    site = Site(lambda: _knowledge(project), settings.public_url)
    what = Served(
        _finder(project),
        project.models / manifest.NAME,
        lambda parts: create(project, settings, parts.erase, parts.shared, parts.tickets, site),
        site,
        (*(slug for slug, _ in SECTIONS.values()), STRUCTURE.path.strip("/")),
    )
    run(project, settings, sock, what, typer.echo, started)


def _knowledge(project: Project) -> Optional[Knowledge]:
    """What the pages show; None for a bot that has no knowledge of this kind.

    Raises:
        KnowledgeError: a file of knowledge/ is wrong.
    """
    return load(project.knowledge) if project.knowledge.is_dir() else None


def _finder(project: Project) -> Callable[[], Path]:
    """Finds the model to serve; from the second time on, only for the code that is running."""
    running: list[str] = []

    def find() -> Path:
        code = digest.code()
        if running and running[0] != code:
            raise Refusal("Le code a changé depuis le démarrage : redémarrez le serveur.")
        running[:] = [code]
        return manifest.current(project)

    return find
