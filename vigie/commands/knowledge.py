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
        raise Refusal("Les connaissances ne sont pas en ordre.\n" + _titled(found, "erreur"))


def _lint(project: Project) -> tuple[list[str], list[str]]:
    """Errors and warnings of the training data; none where there is no data."""
    if not project.data.is_dir():
        return [], []
    lint: Any = importlib.import_module("vigie.nlu.lint")
    errors: list[str] = []
    warnings: list[str] = []
    for problem in lint.problems(project.data):
        (warnings if problem.warning else errors).append(str(problem))
    return errors, warnings


def _titled(found: list[str], one: str) -> str:
    title = f"{len(found)} {one}s" if len(found) > 1 else f"1 {one}"
    return "\n".join([f"{title} :", *found])


def check() -> None:
    """Say that all is well, or list every fault; warnings alone are no failure.

    Raises:
        Refusal: the list of errors.
    """
    project = Project.here()
    errors, warnings = _lint(project)
    errors = _problems(project) + errors
    if warnings:
        typer.echo(_titled(warnings, "avertissement"))
    if errors:
        raise Refusal(_titled(errors, "erreur"))
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
