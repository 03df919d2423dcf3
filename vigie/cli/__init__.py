"""The command `vigie`. Each command imports what it needs when it runs, so that help is quick."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from vigie.cli import channels, editing, running
from vigie.cli.french import Commands
from vigie.errors import DISK_FULL, Refusal, is_disk_full

app = Commands(name="vigie", no_args_is_help=True, add_completion=True)
app.add_typer(running.app)
app.add_typer(editing.app)
app.add_typer(channels.app, name="channels")


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
        app(prog_name="vigie")  # however it was started
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
