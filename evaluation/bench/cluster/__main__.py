"""`python -m evaluation.bench.cluster measure|soak|table`: measure, write, show in the README."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from deploy.local.processes import NotStarted
from evaluation.bench.cluster import report, soak, throughput, trouble
from evaluation.bench.machine import describe, load
from evaluation.bench.questions import knowledge_questions

HERE = Path(__file__).parent

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
Output = Annotated[Path, typer.Option(help="Dossier des résultats.")]


def _need(*programs: str) -> None:
    """Stop where a program is missing; nginx is where only root looks."""
    missing = [p for p in programs if not shutil.which(p, path="/usr/bin:/usr/sbin:/usr/local/bin")]
    if missing:
        typer.echo(
            f"Il manque {', '.join(missing)} : scripts/packages {' '.join(missing)}", err=True
        )
        raise typer.Exit(1)


def _finish(folder: Path, name: str, content: dict[str, Any], faults: list[str]) -> None:
    """Write the results, show them, and fail when something asked for was not reached."""
    folder.mkdir(parents=True, exist_ok=True)
    content["machine"]["load_average_after"] = list(load())
    path = folder / f"{name}.json"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    report.rewrite(folder)
    typer.echo(f"\n{report.tables(folder)}\n\nÉcrit : {name}.json et README.md dans {folder.name}.")
    for fault in faults:
        typer.echo(f"Non atteint : {fault}", err=True)
    if faults:
        raise typer.Exit(1)


@app.command()
def measure(
    rounds: Annotated[int, typer.Option(help="Tours, une puis deux répliques.")] = 3,
    seconds: Annotated[float, typer.Option(help="Durée d’une charge.")] = 15,
    output: Output = HERE,
) -> None:
    """Deux répliques face à une ; kill -9, redémarrage et arrêt de Redis en pleine charge."""
    _need("redis-server", "nginx", "wrk")
    machine = describe()
    with tempfile.TemporaryDirectory() as folder:
        carried = throughput.measure(
            rounds, seconds, knowledge_questions(), Path(folder), typer.echo
        )
    broken = asyncio.run(trouble.measure(typer.echo))
    content = {"machine": machine, "throughput": carried, "troubles": broken}
    _finish(output, "cluster", content, report.faults(content))


@app.command(name="soak")
def soak_(
    minutes: Annotated[float, typer.Option(help="Durée.")] = 30,
    people: Annotated[
        int, typer.Option(help="Personnes par REST ; moitié moins de fenêtres.")
    ] = 12,
    pause: Annotated[float, typer.Option(help="Secondes entre deux tours d’une personne.")] = 1.0,
    output: Output = HERE,
) -> None:
    """Deux répliques, longtemps : la mémoire doit rester plate."""
    _need("redis-server", "nginx")
    machine = describe()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(soak.measure(minutes, people, pause, Path(folder), typer.echo))
    content = {"machine": machine, **found}
    _finish(output, "soak", content, report.soak_faults(content))


@app.command()
def table(output: Output = HERE) -> None:
    """Réécrire les tableaux du README d’après les résultats."""
    report.rewrite(output)


if __name__ == "__main__":
    try:
        app()
    except NotStarted as problem:
        sys.exit(str(problem))
