"""Completion of what is typed in a shell: Typer's own scripts, its words in French."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

import typer
from typer._click.core import Context, Parameter
from typer._completion_shared import _get_shell_name, get_completion_script, install
from typer.core import TyperOption

from vigie.errors import Refusal

PROGRAM = "vigie"
SHELLS = ("bash", "zsh", "fish")
_HELP = {
    "install_completion": "Installer la complétion dans ce shell (bash, zsh, fish).",
    "show_completion": "Montrer le script de complétion de ce shell, pour l’installer soi-même.",
}


def offer_completion(option: Parameter) -> None:
    """Say in French what the options of completion do, and what they did; leave others be."""
    if isinstance(option, TyperOption) and option.name in _HELP:
        option.help = _HELP[option.name]
        option.callback = _install if option.name == "install_completion" else _show


def _install(ctx: Context, _option: Parameter, asked: Optional[bool]) -> None:
    """Install for the shell that one types in, and end."""
    if asked and not ctx.resilient_parsing:
        shell, path = install(shell=_shell())
        typer.echo(f"Complétion de {shell} installée dans {path} : ouvrez un nouveau terminal.")
        raise typer.Exit


def _show(ctx: Context, _option: Parameter, asked: Optional[bool]) -> None:
    """Print what the shell that one types in has to run, and end."""
    if asked and not ctx.resilient_parsing:
        variable = f"_{PROGRAM.upper()}_COMPLETE"
        script = get_completion_script(prog_name=PROGRAM, complete_var=variable, shell=_shell())
        typer.echo(script)
        raise typer.Exit


def _shell() -> str:
    """The shell that one types in.

    Raises:
        Refusal: it is none that can be completed in.
    """
    shell = _get_shell_name()
    if shell not in SHELLS:
        raise Refusal(f"La complétion existe pour {', '.join(SHELLS)} : lancez-la dans l’un d’eux.")
    return shell


def entities(incomplete: str) -> list[str]:
    """Ids of the knowledge that begin like `incomplete`; none where it has faults."""
    from vigie.knowledge.load import load_loosely

    known = load_loosely(Path.cwd() / "knowledge")
    ids = [entity.id for entity in known.entities] if known else []
    return sorted(id for id in ids if id.startswith(incomplete.lower()))
