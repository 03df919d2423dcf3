"""What was mistyped on a command line, said in French."""

from __future__ import annotations

import re
from typing import Optional

from typer._click.core import Context, Parameter
from typer._click.exceptions import BadParameter, MissingParameter, NoSuchOption, UsageError

_MESSAGES = [
    (r"No such command '(.*)'\. Did you mean (.*)\?", "La commande {0} n’existe pas. Est-ce {1} ?"),
    (r"No such command '(.*)'\.", "La commande {0} n’existe pas."),
    (r"Missing command\.", "Il manque une commande."),
    (r"Got unexpected extra argument\(s\) \((.*)\)", "C’est trop d’arguments : {0}"),
    (r"Option '(.*)' does not take a value\.", "L’option {0} ne prend pas de valeur."),
    (r"Option '(.*)' requires an argument\.", "L’option {0} demande une valeur."),
    (r"Option '(.*)' requires (\d+) arguments\.", "L’option {0} demande {1} valeurs."),
    (r"Argument '(.*)' takes (\d+) values\.", "L’argument {0} prend {1} valeurs."),
    (r"(.*) is not a valid (.*)\.", "{0} n’est pas un {1}."),
    (r"(.*) is not in the range (.*)\.", "{0} n’est pas dans les bornes {1}."),
    (r"(.*) is not one of (.*)\.", "{0} n’est pas parmi {1}."),
]
"""What Typer's copy of click says, as a whole, and what we say."""


class Mistake(UsageError):
    """A mistake whose text is French already, and whose place is known."""


def in_french(problem: UsageError, ctx: Context) -> UsageError:
    """The same mistake, to be shown and to end the command as Typer does.

    A message that is not in the table stays as it is: better English than a wrong reason.
    """
    if isinstance(problem, Mistake):
        return problem
    return Mistake(_message(problem), problem.ctx or ctx)


def _message(problem: UsageError) -> str:
    if isinstance(problem, NoSuchOption):
        near = ", ".join(sorted(problem.possibilities or ()))
        suggested = f" Est-ce {near} ?" if near else ""
        return f"L’option {problem.option_name} n’existe pas.{suggested}"
    if isinstance(problem, MissingParameter):
        return f"Il manque {_named(problem.param)}."
    if isinstance(problem, BadParameter):
        return f"La valeur de {_named(problem.param)} ne va pas : {_said(problem.message)}"
    return _said(problem.message)


def _named(parameter: Optional[Parameter]) -> str:
    """An option by what is typed, an argument by what the help calls it."""
    if parameter is None:
        return "une valeur"
    if parameter.param_type_name == "option":
        return f"l’option {max(parameter.opts, key=len)}"
    return f"l’argument {(parameter.metavar or parameter.name or '')}"


def _said(message: str) -> str:
    for pattern, french in _MESSAGES:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return french.format(*(group.replace("'", "") for group in match.groups()))
    return message
