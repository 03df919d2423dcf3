"""`python -m evaluation.bench compare|growth|soak|...|readme`: measure, print, write."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from evaluation.bench import readme
from evaluation.bench.machine import ROOT, describe, load

HERE = readme.HERE
MISSED = "some messages were left without an answer: the figures are no good"

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
Output = Annotated[Path, typer.Option(help="Folder of the results.")]


def _write(folder: Path, name: str, content: dict[str, Any]) -> None:
    """Write the JSON, print what README.md shows of it, and bring README.md up to date."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    typer.echo(f"\n{readme.section(name, folder)}\n")
    if (folder / "README.md").is_file():
        readme.write(folder)
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    typer.echo(f"Written: {shown}.")


@app.command()
def compare(
    rounds: Annotated[int, typer.Option(help="Interleaved rounds.")] = 5,
    starts: Annotated[int, typer.Option(help="Starts of each bot.")] = 2,
    questions: Annotated[int, typer.Option(help="Questions a round and a concurrency.")] = 120,
    train: Annotated[bool, typer.Option(help="Train each bot anew.")] = False,
    output: Output = HERE,
) -> None:
    """Vigie, the bot of `rasa init` and the floor, side by side."""
    from evaluation.bench import bots, plots, targets
    from evaluation.bench.compare import Plan, measure
    from evaluation.bench.questions import knowledge_questions

    machine = describe()
    seconds = bots.trained(typer.echo, train)
    contestants = (
        bots.vigie(),
        bots.vigie("vigie-heavy", VIGIE_LIGHT="0"),
        bots.rasa("stock"),
        bots.rasa("floor"),
    )
    plan = Plan(rounds, starts, questions)
    seen, loads = asyncio.run(measure(contestants, knowledge_questions(), plan, typer.echo))
    results = {name: one.as_data(round(seconds[name], 1)) for name, one in seen.items()}
    plots.compared(results, output / "compare.svg")
    content = {
        "machine": {**machine, "load_average_each_round": loads},
        "plan": vars(plan),
        "bots": results,
        "targets": targets.compared(results),
    }
    _write(output, "compare", content)
    if any(bot["errors"] or bot["failed_turns"] for bot in results.values()):
        raise RuntimeError(MISSED)


@app.command()
def growth(
    sizes: Annotated[str, typer.Option(help="Numbers of made agencies.")] = "",
    output: Output = HERE,
) -> None:
    """A knowledge that grows: training, memory, time to answer."""
    from evaluation.bench import bots, growth, plots, targets
    from evaluation.bench.questions import knowledge_questions

    wanted = sorted(map(int, sizes.split(","))) if sizes else list(growth.SIZES)
    machine = describe()
    bots.CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=bots.CACHE, prefix="growth-") as folder:
        asked = knowledge_questions()
        rows = asyncio.run(growth.measure(wanted, asked, Path(folder), typer.echo))
    machine["load_average_after"] = list(load())
    plots.grown(rows, output / "growth.svg")
    content = {"machine": machine, "sizes": rows, "targets": targets.grown(rows)}
    _write(output, "growth", content)
    if any(row["failed_turns"] for row in rows):
        raise RuntimeError(MISSED)


@app.command()
def soak(
    conversations: Annotated[int, typer.Option(help="Conversations of two turns.")] = 50_000,
    minutes: Annotated[float, typer.Option(help="Stop after so long in any case.")] = 30.0,
    output: Output = HERE,
) -> None:
    """Many conversations on one process: memory and time must stay flat."""
    from evaluation.bench import bots, plots, targets
    from evaluation.bench.questions import knowledge_questions
    from evaluation.bench.soak import Plan, measure

    machine = describe()
    bots.CACHE.mkdir(parents=True, exist_ok=True)
    log, plan = bots.CACHE / "soak.log", Plan(conversations, minutes)
    result = asyncio.run(measure(bots.vigie(), knowledge_questions(), plan, log, typer.echo))
    machine["load_average_after"] = list(load())
    plots.soaked(result["samples"], output / "soak.svg")
    content = {"machine": machine, "targets": targets.soaked(result), **result}
    _write(output, "soak", content)
    if result["unanswered"] or result["failed_turns"]:
        raise RuntimeError(MISSED)
    if not content["targets"][0]["met"]:
        raise RuntimeError("memory grew")


@app.command()
def attack(
    at_once: Annotated[int, typer.Option(help="Dearest messages at once, from one address.")] = 100,
    tries: Annotated[int, typer.Option(help="Shapes tried to find the dearest.")] = 2_000,
    output: Output = HERE,
) -> None:
    """The dearest messages, slow requests, long bodies, too many connections: what others wait."""
    from evaluation.bench import attack, bots

    machine = describe()
    bots.CACHE.mkdir(parents=True, exist_ok=True)
    log = bots.CACHE / "attack.log"
    found = attack.searched(tries)
    typer.echo(f"Dearest of {tries}: {max(found['ms'].values())} ms.")
    machine["load_average_attacked"] = list(load())
    result = asyncio.run(attack.measure(found["shapes"], at_once, log, typer.echo))
    machine["load_average_after"] = list(load())
    _write(output, "attack", {"machine": machine, "dearest": found, **result})
    if not result["met"]:
        raise RuntimeError("others waited for too long")


@app.command()
def profile(output: Output = HERE) -> None:
    """Where the time of a turn goes, stage by stage."""
    machine = describe()
    command = [sys.executable, "-m", "evaluation.bench.inside"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1800)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    _write(output, "profile", {"machine": machine, "stages_ms": json.loads(done.stdout)})


@app.command()
def page(
    runs: Annotated[int, typer.Option(help="First visits of each page.")] = 9,
    chromium: Annotated[str, typer.Option(help="The browser.")] = "/usr/bin/chromium",
    output: Output = HERE,
) -> None:
    """The front page, a page of the knowledge and a site with the widget, in Chromium."""
    from evaluation.bench import bots, page

    machine = describe()
    bots.CACHE.mkdir(parents=True, exist_ok=True)
    result = page.measure(runs, chromium, bots.CACHE / "page.log", typer.echo)
    machine["load_average_after"] = list(load())
    _write(output, "page", {"machine": machine, **result})


@app.command("readme")
def write_readme() -> None:
    """Write the figures of README.md anew from the JSON files."""
    readme.write()


if __name__ == "__main__":
    try:
        app()
    except RuntimeError as problem:
        sys.exit(f"{problem}")
