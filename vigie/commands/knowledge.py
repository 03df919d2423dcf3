"""`vigie check` and `vigie show`."""

from __future__ import annotations

import importlib
from typing import Any, Optional

import typer

from vigie.errors import Refusal
from vigie.project import Project


def _problems(project: Project) -> list[str]:
    load: Any = importlib.import_module("vigie.knowledge.load")
    return [str(problem) for problem in load.problems(project.knowledge)]


def refuse_problems(project: Project) -> None:
    """Go on only with knowledge that has no fault.

    Raises:
        Refusal: the list of all faults.
    """
    found = _problems(project)
    if found:
        title = f"{len(found)} erreurs" if len(found) > 1 else "1 erreur"
        raise Refusal("\n".join([f"{title} dans les connaissances :", *found]))


def _lint(project: Project) -> list[str]:
    """What the linter of the training data finds; nothing where there is no linter yet."""
    try:
        lint: Any = importlib.import_module("vigie.nlu.lint")
    except ModuleNotFoundError as problem:
        if problem.name != "vigie.nlu.lint":
            raise
        return []
    return [str(problem) for problem in lint.problems(project.data)]


def check() -> None:
    """Say that all is well, or list every fault.

    Raises:
        Refusal: the list.
    """
    project = Project.here()
    found = _problems(project)
    faults = found + _lint(project)
    if faults:
        title = f"{len(faults)} erreurs" if len(faults) > 1 else "1 erreur"
        raise Refusal("\n".join([f"{title} :", *faults]))
    typer.echo("Les connaissances et les données d’entraînement sont en ordre.")


def show(entity: Optional[str]) -> None:
    """Print an entity with its facts and sources, or the tree of all.

    Raises:
        Refusal: the knowledge has faults, or nothing has this id.
    """
    project = Project.here()
    refuse_problems(project)
    load: Any = importlib.import_module("vigie.knowledge.load")
    shower: Any = importlib.import_module("vigie.knowledge.show")
    known = load.load(project.knowledge)
    if entity is None:
        typer.echo(shower.show_tree(known))
        return
    try:
        typer.echo(shower.show_entity(known, entity))
    except LookupError:
        raise Refusal(
            f"Rien ne porte l’identifiant « {entity} » : « vigie show » les montre tous."
        ) from None
