"""The command `vigie`. Each command imports what it needs when it runs, so that help is quick."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from vigie.errors import DISK_FULL, Refusal, is_disk_full

app = typer.Typer(
    name="vigie",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Host = Annotated[Optional[str], typer.Option(help="Adresse d’écoute (ou HOST).", metavar="ADRESSE")]
Port = Annotated[
    Optional[int], typer.Option(help="Port d’écoute (ou PORT).", min=0, max=65535, metavar="PORT")
]
Endpoints = Annotated[
    Optional[str],
    typer.Option(help="Fichier des dépôts (ou VIGIE_ENDPOINTS).", metavar="FICHIER"),
]
Force = Annotated[bool, typer.Option("--force", help="Entraîner même si le modèle convient.")]


def _say_version(asked: bool) -> None:
    if asked:
        from vigie.version import line

        typer.echo(line())
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Donner la version de Vigie, de Rasa et de Python.",
            callback=_say_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Vigie : qui fait quoi, aux États-Unis, contre la traite des êtres humains."""


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
    question: Annotated[str, typer.Argument(help="La question, entre guillemets.")],
    as_json: Annotated[bool, typer.Option("--json", help="La réponse structurée.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Ce qui a été compris, et d’où.")] = False,
) -> None:
    """Poser une question, recevoir une réponse."""
    from vigie.commands.talk import ask as run

    run(question, as_json, why)


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
    ref: Annotated[str, typer.Argument(help="L’état d’avant, pour git.", metavar="[REF]")] = "HEAD",
    html: Annotated[
        Optional[Path], typer.Option(help="Page à écrire, pour lire côte à côte.")
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
        Optional[Path], typer.Argument(help="Dossier où écrire.", metavar="[DOSSIER]")
    ] = None,
) -> None:
    """Écrire les schémas JSON des fichiers de knowledge/, pour un éditeur de texte."""
    from vigie.commands.knowledge import schema as run

    run(folder)


@app.command()
def show(
    entity: Annotated[
        Optional[str], typer.Argument(help="Un identifiant, par exemple dol.", metavar="[ID]")
    ] = None,
) -> None:
    """Montrer une entité avec ses faits et ses sources, ou l’arbre de toutes."""
    from vigie.commands.knowledge import show as run

    run(entity)


channels = typer.Typer(
    help="Montrer les canaux de messagerie : ce qui est prêt, ce qui manque.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(channels, name="channels")


@channels.callback(invoke_without_command=True)
def show_channels(context: typer.Context) -> None:
    """Montrer les canaux de messagerie : ce qui est prêt, ce qui manque."""
    if context.invoked_subcommand is None:
        from vigie.commands.channels import show as run

        run()


@channels.command()
def register(
    channel: Annotated[str, typer.Argument(help="Le canal, par exemple telegram.")],
) -> None:
    """Demander à la plateforme de livrer ses messages à ce serveur."""
    from vigie.commands.channels import register as run

    run(channel)


@channels.command()
def registration(
    channel: Annotated[str, typer.Argument(help="Le canal : matrix.")] = "matrix",
) -> None:
    """Écrire le fichier (YAML) par lequel un serveur Matrix connaît celui-ci."""
    from vigie.commands.channels import registration as run

    run(channel)


@channels.command()
def bridge() -> None:
    """Lancer la passerelle, qui déchiffre les salons Matrix pour le serveur."""
    from vigie.commands.bridge import run

    run()


@app.command("eval")
def evaluate(
    cases: Annotated[
        Optional[Path], typer.Argument(help="Cas à jouer, un par ligne (JSONL).")
    ] = None,
    url: Annotated[
        Optional[str], typer.Option(help="Serveur à interroger, au lieu d’un assistant ici.")
    ] = None,
    minimum: Annotated[
        float, typer.Option("--min", help="Réussite exigée en tout, en pour cent.")
    ] = 0,
    minimum_each: Annotated[
        float, typer.Option("--min-category", help="Réussite exigée de chaque catégorie.")
    ] = 0,
    failures: Annotated[int, typer.Option(help="Nombre d’échecs à montrer.")] = 10,
    output: Annotated[
        Optional[Path], typer.Option("--json", help="Fichier où écrire chaque verdict.")
    ] = None,
) -> None:
    """Jouer les cas d’évaluation et compter, par catégorie et par registre."""
    from vigie.commands.evaluate import evaluate as run

    run(cases, url, minimum, minimum_each, failures, output)


@app.command()
def version() -> None:
    """Donner la version, comme --version."""
    _say_version(True)


def _abandon_output() -> None:
    """Write nowhere what could not be written; Python would try again, and fail, at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Run the command; what a person can mend is one French sentence and exit code 1."""
    try:
        app()
    except Refusal as refusal:
        typer.echo(f"{refusal}", err=True)
    except KeyboardInterrupt:
        typer.echo("Interrompu.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        _abandon_output()
    except OSError as problem:
        if not is_disk_full(problem):
            raise
        _abandon_output()
        typer.echo(DISK_FULL, err=True)
    else:
        return
    sys.exit(1)
