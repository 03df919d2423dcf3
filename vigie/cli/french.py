"""Typer, speaking French: it has no translations of its own.

Typer 0.28 holds a copy of click whose messages pass through no gettext, and makes its help with
constants of `typer.rich_utils`. So the classes that Typer lets one choose (`cls=`) and these
constants say it otherwise; tests/commands/test_french.py finds what a new Typer would add.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Optional

import typer
from typer._click.core import Command, Context, Parameter
from typer._click.exceptions import NoArgsIsHelpError, UsageError
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.models import CommandFunctionType

from vigie.cli.completion import offer_completion

_WORDS = {
    "ARGUMENTS_PANEL_TITLE": "Arguments",
    "OPTIONS_PANEL_TITLE": "Options",
    "COMMANDS_PANEL_TITLE": "Commandes",
    "ERRORS_PANEL_TITLE": "Erreur",
    "ABORTED_TEXT": "Abandonné.",
    "DEFAULT_STRING": "[par défaut : {}]",
    "ENVVAR_STRING": "[variable : {}]",
    "REQUIRED_LONG_STRING": "[obligatoire]",
    "DEPRECATED_STRING": "(à ne plus employer) ",
    "RICH_HELP": "L’aide : [blue]{command_path} {help_option}[/]",
}
_KINDS = {
    "str": "texte",
    "path": "chemin",
    "int": "nombre entier",
    "int range": "nombre entier",
    "float": "nombre",
    "float range": "nombre",
}


def _set_words() -> None:
    """Replace the words of Typer's help; only when they are shown, as rich is slow to load."""
    from typer import rich_utils

    for name, word in _WORDS.items():
        setattr(rich_utils, name, word)


class _French(Command):
    """What a command and a group of commands say alike."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write how the command is used: "Emploi : vigie ask [OPTIONS] QUESTION"."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Emploi : ")

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Return the parameters, the kinds of their values named in French."""
        parameters = super().get_params(ctx)
        for parameter in parameters:
            parameter.type.name = _KINDS.get(parameter.type.name, parameter.type.name)
            offer_completion(parameter)
        return parameters

    def get_help_option(self, ctx: Context) -> Optional[TyperOption]:
        """Return the option --help, its own help in French."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Montrer cette aide."
        return option

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Print the help."""
        _set_words()
        super().format_help(ctx, formatter)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read what was typed; a mistake in it is told in French."""
        try:
            return super().parse_args(ctx, args)
        except NoArgsIsHelpError:
            raise
        except UsageError as problem:
            raise _in_french(problem, ctx) from None


def _in_french(problem: UsageError, ctx: Context) -> UsageError:
    from vigie.cli.mistakes import in_french

    _set_words()
    return in_french(problem, ctx)


class FrenchCommand(_French, TyperCommand):
    """One command."""


class FrenchGroup(_French, TyperGroup):
    """Commands under one name."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.subcommand_metavar = "COMMANDE [ARGUMENTS]…"

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[Optional[str], Optional[Command], list[str]]:
        """Find the command that was typed; one that does not exist is told in French."""
        try:
            return super().resolve_command(ctx, args)
        except UsageError as problem:
            raise _in_french(problem, ctx) from None


class Commands(typer.Typer):
    """A Typer whose commands speak French, and take -h for --help."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            cls=FrenchGroup,
            pretty_exceptions_enable=False,
            context_settings={"help_option_names": ["-h", "--help"]},
            **settings,
        )

    def command(
        self, *args: Any, **settings: Any
    ) -> Callable[[CommandFunctionType], CommandFunctionType]:
        """Register a command, as Typer does."""
        return super().command(*args, **{"cls": FrenchCommand, **settings})
