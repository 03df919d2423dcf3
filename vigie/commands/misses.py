"""`vigie misses`: what people ask and Vigie does not answer, without anybody's words."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence

import typer
from rasa.core.tracker_store import TrackerStore
from rich.console import Console
from rich.table import Table

from vigie.commands import prepare
from vigie.errors import Refusal
from vigie.project import Project
from vigie.server.endpoints import read
from vigie.server.misses import Row, queue
from vigie.server.misses.opened import opened
from vigie.server.redis.link import Down, Link
from vigie.server.redis.store import RedisStore
from vigie.server.settings import Settings

NAMES = {
    "agency": "organisme",
    "body": "instance",
    "committee": "comité",
    "report": "rapport",
    "programme": "programme",
    "law": "loi",
    "context": "contexte",
    "outsider": "nom inconnu",
}
REPLIES = {"partial": "en partie", "ask": "question en retour", "refusal": "refus"}


def misses() -> None:
    """Print the queue.

    Raises:
        Refusal: none is kept, or it is out of reach.
    """
    prepare.without_compose()
    project, settings = Project.here(), Settings.from_env(os.environ)
    shared = _shared(project, settings)
    if shared is None and not (project.root / settings.misses_store).is_file():
        raise Refusal("Rien n’est gardé : l’exploitant met VIGIE_MISSES=1 (voir docs/manques.md).")
    try:
        rows = asyncio.run(_rows(project, settings, shared))
    except Down:
        raise Refusal("Redis, où est la file des manques, ne répond pas.") from None
    show(rows)


def _shared(project: Project, settings: Settings) -> Link | None:
    """The Redis of the replicas, where endpoints.yml names one."""
    endpoint = read(project, settings).tracker_store
    if endpoint is None or endpoint.type is None or "redis" not in endpoint.type.lower():
        return None
    store = TrackerStore.create(endpoint)
    return store.link if isinstance(store, RedisStore) else None


async def _rows(project: Project, settings: Settings, shared: Link | None) -> list[Row]:
    store = opened(project.root, settings, shared)
    try:
        return await queue(store)
    finally:
        await store.close()
        if shared is not None:
            await shared.close()


def show(rows: Sequence[Row]) -> None:
    """Print the rows as a table, the most asked first."""
    if not rows:
        typer.echo("Aucune question restée sans réponse n’a été posée par trois conversations.")
        return
    table = Table("Conversations", "Réponse", "Mots connus", "Noms")
    for row in rows:
        names = ", ".join(NAMES.get(kind, kind) for kind in row.kinds)
        reply = REPLIES.get(row.reply, row.reply)
        table.add_row(str(row.conversations), reply, " ".join(row.words), names)
    Console().print(table)
