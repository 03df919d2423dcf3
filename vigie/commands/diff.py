"""`vigie diff`: which answers change between two states of knowledge/ and domain.yml."""

from __future__ import annotations

import importlib
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import typer
from rich.console import Console
from rich.table import Table

from vigie.commands.diff_page import page
from vigie.errors import Refusal
from vigie.project import Project

NOTHING = "(rien)"


@dataclass(frozen=True)
class Change:
    """A question whose answer is not the same any more."""

    question: str
    before: str
    after: str


def diff(ref: str, html: Optional[Path], acceptance: bool) -> None:
    """Print the answers that change between `ref` and the files as they are; write a page.

    Raises:
        Refusal: `ref` does not exist, or one of the two states does not read.
    """
    project = Project.here()
    with tempfile.TemporaryDirectory() as folder:
        _extract(project, ref, Path(folder))
        before = _state(Path(folder) / "knowledge", Path(folder) / "domain.yml", ref)
        after = _state(project.knowledge, project.domain, "l’état présent")
    changes = list(_facts(before, after))
    if acceptance:
        played: Any = importlib.import_module("vigie.commands.diff_played")
        changes += [Change(*told) for told in played.differences(project, before, after)]
    _print(changes, ref)
    if html:
        html.write_text(page(ref, [(c.question, c.before, c.after) for c in changes]), "utf-8")
        typer.echo(f"À lire côte à côte : {html}")


def _extract(project: Project, ref: str, folder: Path) -> None:
    command = ["git", "archive", ref, "--", project.knowledge.name, project.domain.name]
    done = subprocess.run(command, cwd=project.root, capture_output=True, check=False)
    if done.returncode:
        raise Refusal(f"« {ref} » ne désigne aucun état connu de git (essayez HEAD~1).")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")


def _state(knowledge: Path, domain: Path, called: str) -> Any:
    """The view of a state: its look-ups and its sentences."""
    load: Any = importlib.import_module("vigie.knowledge.load")
    views: Any = importlib.import_module("vigie.answers.view")
    phrases: Any = importlib.import_module("vigie.answers.phrases")
    known = load.load_loosely(knowledge)
    if known is None:
        raise Refusal(f"Les connaissances de {called} ne se lisent pas : lancez « vigie check ».")
    return views.View(views.Tables(known), phrases.load_phrases(domain))


def _facts(before: Any, after: Any) -> Iterator[Change]:
    """The canonical questions of both states whose answers differ."""
    canonical: Any = importlib.import_module("vigie.answers.canonical")
    asked = {q.query: q for q in canonical.questions(before)}
    asked |= {q.query: q for q in canonical.questions(after)}
    for question in asked.values():
        said = [_said(canonical.answer, question, view) for view in (before, after)]
        if said[0] != said[1]:
            yield Change(question.shown, said[0] or NOTHING, said[1] or NOTHING)


def _said(answer: Any, question: Any, view: Any) -> str:
    """The answer of a state; a sentence that an older state lacks makes it fail, and is said."""
    try:
        return str(answer(question, view))
    except (LookupError, ValueError, AttributeError) as problem:
        return f"(pas de réponse : {type(problem).__name__} {problem})"


def _print(changes: list[Change], ref: str) -> None:
    if not changes:
        typer.echo(f"Aucune réponse ne change depuis {ref}.")
        return
    table = Table("Question", "Avant", "Après", show_lines=True)
    for change in changes:
        table.add_row(change.question, change.before, change.after)
    Console().print(table)
    count = len(changes)
    typer.echo(f"{count} réponses changent" if count > 1 else "1 réponse change", nl=False)
    typer.echo(f" depuis {ref}.")
