"""`vigie check` and `vigie show`."""

from __future__ import annotations

import dataclasses
import importlib
import json
from datetime import date
from pathlib import Path
from typing import Any, Optional

import typer

from vigie.errors import Refusal
from vigie.project import Project


def _found(project: Project) -> list[Any]:
    """What is wrong with the knowledge, and with the sentences of domain.yml."""
    load: Any = importlib.import_module("vigie.knowledge.load")
    places: Any = importlib.import_module("vigie.answers.placeholders")
    sentences = places.problems(project.domain) if project.domain.is_file() else []
    return [*load.problems(project.knowledge), *sentences]


def _problems(project: Project) -> list[str]:
    return [str(problem) for problem in _found(project)]


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


def check(as_json: bool = False) -> None:
    """Say that all is well, or list every fault; warnings alone are no failure.

    Raises:
        Refusal: the list of errors.
    """
    project = Project.here()
    if as_json:
        _as_json(project)
        return
    errors, warnings = _lint(project)
    errors = _problems(project) + errors
    warnings = due_lines(project) + warnings if not errors else warnings
    if warnings:
        typer.echo(_titled(warnings, "avertissement"))
    if errors:
        raise Refusal(_titled(errors, "erreur"))
    typer.echo("Les connaissances et les données d’entraînement sont en ordre.")


def _as_json(project: Project) -> None:
    """Print every problem as an object, for another program."""
    lint: Any = importlib.import_module("vigie.nlu.lint")
    found = [dataclasses.asdict(problem) for problem in _found(project)]
    if project.data.is_dir():
        found += [dataclasses.asdict(problem) for problem in lint.problems(project.data)]
    typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    if any(not problem["warning"] for problem in found):
        raise typer.Exit(1)


def due_lines(project: Project, today: Optional[date] = None) -> list[str]:
    """What was to be checked again before today, the oldest first, a line each."""
    load: Any = importlib.import_module("vigie.knowledge.load")
    dated: Any = importlib.import_module("vigie.knowledge.check_dated")
    late = dated.overdue(load.load(project.knowledge), today or date.today())
    return [f"{file} : à relire depuis le {day} : {what}" for day, file, what in late]


def due(on: Optional[str] = None) -> None:
    """Say what is to be checked again.

    Raises:
        Refusal: the knowledge has faults, or `on` is no date.
    """
    project = Project.here()
    refuse_problems(project)
    try:
        today = date.fromisoformat(on) if on else date.today()
    except ValueError:
        raise Refusal(f"« {on} » n’est pas une date : écrire AAAA-MM-JJ.") from None
    late = due_lines(project, today)
    typer.echo("\n".join(late) if late else f"Rien n’est à relire au {today}.")


def schema(folder: Optional[Path] = None) -> None:
    """Write the JSON Schema of each file of the knowledge, for an editor's own text editor."""
    schemas: Any = importlib.import_module("vigie.knowledge.schema")
    target = folder or Project.here().root / "docs" / "schemas"
    target.mkdir(parents=True, exist_ok=True)
    for name, text in schemas.schemas().items():
        (target / f"{name}.json").write_text(text, "utf-8")
    typer.echo(f"Schémas écrits dans {target.name}.")


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
