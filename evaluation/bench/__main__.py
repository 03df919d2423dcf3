"""`python -m evaluation.bench compare|growth|soak|profile`: measure, print, write."""

from __future__ import annotations

import asyncio
import json
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from evaluation.bench.machine import ROOT, describe, load

HERE = Path(__file__).parent
LEAK = 0.05
"""Share by which memory may grow after the warm-up of the soak."""

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
Output = Annotated[Path, typer.Option(help="Dossier des résultats.")]


def _write(folder: Path, name: str, content: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    typer.echo(f"Écrit : {shown}, et le graphique à côté.")


@app.command()
def compare(
    rounds: Annotated[int, typer.Option(help="Tours entrelacés.")] = 5,
    starts: Annotated[int, typer.Option(help="Démarrages de chaque robot.")] = 2,
    questions: Annotated[int, typer.Option(help="Questions par tour et par charge.")] = 150,
    train: Annotated[bool, typer.Option(help="Entraîner à nouveau chaque robot.")] = False,
    output: Output = HERE,
) -> None:
    """Vigie, le robot de « rasa init » et le plancher, côte à côte."""
    from evaluation.bench import bots, plots, tables, targets
    from evaluation.bench.compare import Plan, measure
    from evaluation.bench.questions import knowledge_questions
    from vigie.project import Project
    from vigie.training import manifest

    seconds = {
        "stock": bots.make_stock(typer.echo, train),
        "floor": bots.make_floor(typer.echo, train),
    }
    found = manifest.read(Project(ROOT).models)
    if train or found is None:
        typer.echo("Entraînement : vigie…")
        bots.train_vigie()
        found = manifest.read(Project(ROOT).models)
    assert found is not None
    seconds["vigie"] = seconds["vigie-heavy"] = found.seconds
    contestants = (
        bots.vigie(),
        bots.vigie("vigie-heavy", VIGIE_LIGHT="0"),
        bots.rasa("stock"),
        bots.rasa("floor"),
    )
    machine = describe()
    plan = Plan(rounds, starts, questions)
    asked = knowledge_questions()
    seen, loads = asyncio.run(measure(contestants, asked, plan, typer.echo))
    results = {name: one.as_data(round(seconds[name], 1)) for name, one in seen.items()}
    verdicts = targets.verdicts(results)
    typer.echo(f"\n{tables.compared(results)}\n\n{tables.judged(verdicts)}\n")
    content = {
        "machine": {**machine, "load_average_each_round": loads},
        "plan": vars(plan),
        "bots": results,
        "targets": verdicts,
    }
    plots.compared(results, output / "compare.svg")
    _write(output, "compare", content)
    if any(results[name]["errors"] for name in results) or results["vigie"]["empty_replies"]:
        typer.echo("Des messages sont restés sans réponse.", err=True)
        raise typer.Exit(1)


@app.command()
def growth(
    sizes: Annotated[str, typer.Option(help="Nombres d’organismes inventés.")] = "",
    output: Output = HERE,
) -> None:
    """Des connaissances de plus en plus grandes : entraînement, mémoire, temps de réponse."""
    from evaluation.bench import bots, growth, plots, tables
    from evaluation.bench.questions import knowledge_questions

    wanted = [int(size) for size in sizes.split(",")] if sizes else list(growth.SIZES)
    machine = describe()
    bots.CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=bots.CACHE, prefix="growth-") as folder:
        asked = knowledge_questions()
        rows = asyncio.run(growth.measure(wanted, asked, Path(folder), typer.echo))
    typer.echo(f"\n{tables.grown(rows)}\n")
    plots.grown(rows, output / "growth.svg")
    _write(output, "growth", {"machine": machine, "sizes": rows})


@app.command()
def soak(
    conversations: Annotated[int, typer.Option(help="Conversations de deux tours.")] = 50_000,
    every: Annotated[int, typer.Option(help="Conversations entre deux mesures.")] = 1_000,
    output: Output = HERE,
) -> None:
    """Beaucoup de conversations sur un processus : la mémoire et le temps doivent rester plats."""
    from evaluation.bench import bots, plots, soak
    from evaluation.bench.questions import knowledge_questions

    machine = describe()
    bots.CACHE.mkdir(parents=True, exist_ok=True)
    log = bots.CACHE / "soak.log"
    result = asyncio.run(
        soak.measure(bots.vigie(), knowledge_questions(), conversations, every, log, typer.echo)
    )
    for name, what in (("memory", "Mémoire"), ("latency", "Temps"), ("cpu", "Processeur")):
        typer.echo(f"{what} : {100 * result[f'{name}_growth']:+.1f} % après l’échauffement")
    plots.soaked(result["samples"], output / "soak.svg")
    machine["load_average_after"] = list(load())
    _write(output, "soak", {"machine": machine, **result})
    if result["unanswered"] or result["memory_growth"] > LEAK:
        typer.echo("La mémoire a grandi, ou des messages sont restés sans réponse.", err=True)
        raise typer.Exit(1)


if __name__ == "__main__":
    app()
