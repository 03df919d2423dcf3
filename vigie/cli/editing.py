"""The commands about the knowledge and the data: what one does as an editor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from vigie.cli.completion import entities
from vigie.cli.french import Commands

app = Commands()


@app.command()
def check(
    as_json: Annotated[bool, typer.Option("--json", help="Pour un autre programme.")] = False,
) -> None:
    """Vérifier les connaissances et les données d’entraînement ; toutes les erreurs à la fois."""
    from vigie.commands.knowledge import check as run

    run(as_json)


@app.command()
def validate() -> None:
    """Passer les contrôles de « rasa data validate », sans ses fausses alertes."""
    from vigie.commands.validate import validate as run

    run()


@app.command()
def due(
    on: Annotated[
        Optional[str], typer.Option("--le", help="Au lieu d’aujourd’hui.", metavar="AAAA-MM-JJ")
    ] = None,
) -> None:
    """Lister ce qui est à relire, et depuis quand."""
    from vigie.commands.knowledge import due as run

    run(on)


@app.command()
def misses() -> None:
    """Montrer ce que l’on demande et que Vigie ne répond pas, si l’exploitant le garde."""
    from vigie.commands.misses import misses as run

    run()


@app.command()
def diff(
    ref: Annotated[str, typer.Argument(help="L’état d’avant, pour git.", metavar="REF")] = "HEAD",
    html: Annotated[
        Optional[Path],
        typer.Option(help="Page à écrire, pour lire côte à côte.", metavar="FICHIER"),
    ] = None,
    acceptance: Annotated[
        bool, typer.Option("--acceptance", help="Poser aussi les questions d’acceptation.")
    ] = False,
) -> None:
    """Montrer quelles réponses changent depuis un autre état de knowledge/ et de domain.yml."""
    from vigie.commands.diff import diff as run

    run(ref, html, acceptance)


@app.command()
def schema(
    folder: Annotated[
        Optional[Path], typer.Argument(help="Dossier où écrire.", metavar="DOSSIER")
    ] = None,
) -> None:
    """Écrire les schémas JSON des fichiers de knowledge/, pour un éditeur de texte."""
    from vigie.commands.knowledge import schema as run

    run(folder)


@app.command()
def show(
    entity: Annotated[
        Optional[str],
        typer.Argument(
            help="Un identifiant, par exemple dol.", metavar="ID", autocompletion=entities
        ),
    ] = None,
) -> None:
    """Montrer une entité avec ses faits et ses sources, ou l’arbre de toutes."""
    from vigie.commands.knowledge import show as run

    run(entity)
