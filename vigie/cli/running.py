"""The commands that serve, converse and judge: what one does with an assistant."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from vigie.cli.french import Commands

app = Commands()

Host = Annotated[Optional[str], typer.Option(help="Adresse d’écoute (ou HOST).", metavar="ADRESSE")]
Port = Annotated[
    Optional[int], typer.Option(help="Port d’écoute (ou PORT).", min=0, max=65535, metavar="PORT")
]
Endpoints = Annotated[
    Optional[str],
    typer.Option(help="Fichier des dépôts (ou VIGIE_ENDPOINTS).", metavar="FICHIER"),
]
Force = Annotated[bool, typer.Option("--force", help="Entraîner même si le modèle convient.")]


def _settings_help() -> str:
    from vigie.server.settings import Settings

    rows = [f"{env} ({default}) : {about}" for env, default, about in Settings.table()]
    return "\n\n".join(["Réglages, par variables d’environnement (valeur par défaut) :", *rows])


@app.command(epilog=_settings_help())
def serve(host: Host = None, port: Port = None, endpoints: Endpoints = None) -> None:
    """Servir l’assistant : page web, REST, santé et mesures, dans un seul processus."""
    from vigie.commands.serve import serve as run

    run(host, port, endpoints)


@app.command()
def train(force: Force = False) -> None:
    """Vérifier les connaissances et entraîner le modèle, s’il ne convient plus."""
    from vigie.commands.train import train as run

    run(force)


@app.command()
def chat() -> None:
    """Converser dans le terminal, avec le même assistant."""
    from vigie.commands.talk import chat as run

    run()


@app.command()
def ask(
    question: Annotated[
        str, typer.Argument(help="La question, entre guillemets.", metavar="QUESTION")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="La réponse structurée.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Ce qui a été compris, et d’où.")] = False,
) -> None:
    """Poser une question, recevoir une réponse."""
    from vigie.commands.talk import ask as run

    run(question, as_json, why)


@app.command("eval")
def evaluate(
    cases: Annotated[
        Optional[Path],
        typer.Argument(help="Cas à jouer, un par ligne (JSONL).", metavar="FICHIER"),
    ] = None,
    url: Annotated[
        Optional[str],
        typer.Option(help="Serveur à interroger, au lieu d’un assistant ici.", metavar="ADRESSE"),
    ] = None,
    minimum: Annotated[
        float,
        typer.Option("--min", help="Réussite exigée en tout, en pour cent.", metavar="NOMBRE"),
    ] = 0,
    minimum_each: Annotated[
        float,
        typer.Option(
            "--min-category", help="Réussite exigée de chaque catégorie.", metavar="NOMBRE"
        ),
    ] = 0,
    failures: Annotated[
        int, typer.Option(help="Nombre d’échecs à montrer.", metavar="NOMBRE")
    ] = 10,
    output: Annotated[
        Optional[Path],
        typer.Option("--json", help="Fichier où écrire chaque verdict.", metavar="FICHIER"),
    ] = None,
) -> None:
    """Jouer les cas d’évaluation et compter, par catégorie et par registre."""
    from vigie.commands.evaluate import evaluate as run

    run(cases, url, minimum, minimum_each, failures, output)
