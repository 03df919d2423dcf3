"""`vigie channels`: which channels are ready, and the registration of a webhook."""

from __future__ import annotations

import asyncio
import importlib
import os
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from vigie.commands import prepare
from vigie.errors import Refusal
from vigie.project import Project
from vigie.server.standins import light


def show() -> None:
    """Print a table of the channels: ready or not, what is missing, where to deliver.

    Raises:
        Refusal: credentials.yml does not fit.
    """
    settings = prepare.settings(level="error")
    rows = _catalogue().table(_entries(), os.environ, settings)
    address = settings.public_url or "https://…"
    table = Table(title=f"Canaux de messagerie de {address}", title_justify="left")
    for heading in ("Canal", "Prêt", "Ce qui manque", "Webhook"):
        table.add_column(heading, no_wrap=heading == "Webhook")
    for row in rows:
        ready = "oui" if row.ready else "non"
        table.add_row(row.title, ready, row.missing or "rien", row.path)
    Console().print(table)


def register(name: str) -> None:
    """Have the platform deliver to this server.

    Raises:
        Refusal: there is no such channel, it is not registered like that, something is missing,
            or the platform did not take it.
    """
    kind, path, url = _find(
        name,
        "register",
        "ne s’enregistre pas d’ici : donnez l’adresse du webhook dans la console de la "
        "plateforme (voir docs/canaux/)",
    )
    asyncio.run(_register(_channel(kind, path), url))
    typer.echo(kind.REGISTERED.format(title=kind.TITLE, url=url))


def registration(name: str) -> None:
    """Print the file by which the platform's server knows this one.

    Raises:
        Refusal: there is no such channel, it has no such file, or something is missing.
    """
    kind, path, url = _find(name, "registration", "n’a pas de fichier d’inscription")
    typer.echo(_channel(kind, path).registration(url), nl=False)


def channel_of(name: str) -> Any:
    """The channel `name`, as credentials.yml has it.

    Raises:
        Refusal: it is not there, or something is missing.
    """
    catalogue = _catalogue()
    return _channel(catalogue.connector(name), catalogue.CONNECTORS[name])


def _find(name: str, able: str, otherwise: str) -> tuple[Any, str, str]:
    """The channel `name`, which must have the method `able`: its class, where that is, and
    where it takes deliveries."""
    settings = prepare.settings(level="error")
    catalogue = _catalogue()
    if name not in catalogue.CONNECTORS:
        known = ", ".join(catalogue.CONNECTORS)
        raise Refusal(f"Le canal « {name} » n’existe pas. Les canaux : {known}.")
    kind = catalogue.connector(name)
    if not hasattr(kind, able):
        raise Refusal(f"{kind.TITLE} {otherwise}.")
    if not settings.public_url:
        raise Refusal("VIGIE_PUBLIC_URL manque : l’adresse de ce serveur vue du dehors.")
    return kind, catalogue.CONNECTORS[name], catalogue.webhook(name, settings.public_url)


def _catalogue() -> Any:
    light.install()  # nothing here needs TensorFlow
    return importlib.import_module("vigie.channels.catalogue")


def _entries() -> Any:
    return importlib.import_module("vigie.channels.served").read(Project.here())


def _channel(kind: Any, path: str) -> Any:
    from vigie.channels.shared.credentials import NotConfigured

    entries = _entries()
    if path not in entries:
        raise Refusal(f"credentials.yml ne nomme pas {path} : voir docs/canaux/.")
    try:
        return kind.from_credentials(entries[path])
    except NotConfigured as problem:
        raise Refusal(f"{kind.TITLE} : {problem}.") from None


async def _register(channel: Any, url: str) -> None:
    from vigie.channels.shared.retries import Undelivered

    await channel.client.open()
    try:
        await channel.register(url)
    except Undelivered as problem:
        if problem.reason == "refused":
            raise Refusal(
                f"{channel.TITLE} a refusé : vérifiez le jeton et l’adresse ({url})."
            ) from None
        raise Refusal(
            f"{channel.TITLE} ne répond pas ({problem.reason}) : recommencez plus tard."
        ) from None
    finally:
        await channel.client.close()
