"""`vigie train`."""

from __future__ import annotations

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
    outcome = training.train(project, typer.echo, force)
    where = outcome.archive.relative_to(project.root)
    if outcome.trained:
        typer.echo(f"Modèle entraîné en {outcome.seconds:.0f} s : {where}")
    else:
        typer.echo(f"Le modèle convient : {where}")
