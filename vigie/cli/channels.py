"""The commands about the messaging channels."""

from __future__ import annotations

from typing import Annotated

import typer

from vigie.cli.french import Commands

app = Commands(help="Montrer les canaux de messagerie : ce qui est prêt, ce qui manque.")


@app.callback(invoke_without_command=True)
def show_channels(context: typer.Context) -> None:
    """Montrer les canaux de messagerie : ce qui est prêt, ce qui manque."""
    if context.invoked_subcommand is None:
        from vigie.commands.channels import show as run

        run()


@app.command()
def register(
    channel: Annotated[
        str, typer.Argument(help="Le canal, par exemple telegram.", metavar="CANAL")
    ],
) -> None:
    """Demander à la plateforme de livrer ses messages à ce serveur."""
    from vigie.commands.channels import register as run

    run(channel)


@app.command()
def registration(
    channel: Annotated[str, typer.Argument(help="Le canal : matrix.", metavar="CANAL")] = "matrix",
) -> None:
    """Écrire le fichier (YAML) par lequel un serveur Matrix connaît celui-ci."""
    from vigie.commands.channels import registration as run

    run(channel)


@app.command()
def bridge() -> None:
    """Lancer la passerelle, qui déchiffre les salons Matrix pour le serveur."""
    from vigie.commands.bridge import run

    run()
