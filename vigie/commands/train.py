"""`vigie train`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from vigie.commands import knowledge, prepare
from vigie.project import Project
from vigie.training import train as training


def train(force: bool) -> None:
    """Check the knowledge, then train unless the current model fits."""
    prepare.settings(level="error")
    project = Project.here()
    if project.knowledge.is_dir() or any(
        name.startswith("vigie.") for name in training.importers(project)
    ):
        typer.echo("Vérification des connaissances…")
        knowledge.refuse_problems(project)
    with _progress() as say:
        outcome = training.train(project, say, force)
    where = outcome.archive.relative_to(project.root)
    if outcome.trained:
        typer.echo(f"Modèle entraîné en {outcome.seconds:.0f} s : {where}")
    else:
        typer.echo(f"Le modèle convient : {where}")


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """What to tell of the progress: lines, and at a terminal the time that the last one takes,
    since Rasa reads its files for a minute without a word."""
    if not sys.stderr.isatty():
        yield typer.echo
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(file=sys.stderr)  # this very one: Rasa's are redirected meanwhile
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("")

        def say(line: str) -> None:
            console.print(line, markup=False, highlight=False)
            progress.reset(task, description=line.strip())

        yield say
