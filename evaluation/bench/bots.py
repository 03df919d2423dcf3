"""The bots that are compared, trained where they are not yet."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from evaluation.bench.machine import ROOT
from evaluation.bench.serving import Bot, environment
from vigie.project import Project
from vigie.training import manifest

CACHE = ROOT / "build" / "bench"
"""Trained bots and logs; git ignores it and `make clean` empties it."""
FLOOR = Path(__file__).with_name("floor")
_BIN = Path(sys.executable).parent
_TRAIN_SECONDS = 1800

Say = Callable[[str], None]


def vigie(name: str = "vigie", **env: str) -> Bot:
    """Vigie as `make serve` starts it."""
    command = [sys.executable, "-m", "vigie", "serve"]
    return Bot(name, command, ROOT, {"PORT": "{port}", **env}, counts=True)


def rasa(name: str) -> Bot:
    """A bot of the cache, served by `rasa run`."""
    command = [str(_BIN / "rasa"), "run", "-i", "127.0.0.1", "-p", "{port}"]
    return Bot(name, command, CACHE / name)


def trained(say: Say, fresh: bool) -> dict[str, float]:
    """Seconds that each bot took to train; trained now where it is not yet, or if `fresh`.

    Raises:
        RuntimeError: a training fails, or Vigie has no model.
    """
    seconds = {"stock": _make_stock(say, fresh), "floor": _make_floor(say, fresh)}
    if fresh:
        say("Training vigie...")
        took = run_timed([sys.executable, "-m", "vigie", "train", "--force"], ROOT)
    else:
        found = manifest.read(Project(ROOT).models)
        if found is None:
            raise RuntimeError("Vigie has no model: run make train.")
        took = found.seconds
    return {**seconds, "vigie": took, "vigie-heavy": took}


def _make_stock(say: Say, fresh: bool) -> float:
    """The bot that `rasa init` makes, in the cache; seconds of its training."""

    def make(folder: Path) -> float:
        folder.mkdir()
        # What `rasa init` does before it trains, as `rasa train` does.
        make = "from rasa.cli.scaffold import create_initial_project as c; c('.')"
        run_timed([sys.executable, "-c", make], folder)
        return run_timed([str(_BIN / "rasa"), "train", "--force"], folder)

    return _cached("stock", make, say, fresh)


def _make_floor(say: Say, fresh: bool) -> float:
    """The floor, in the cache; seconds of its training."""

    def make(folder: Path) -> float:
        shutil.copytree(FLOOR, folder)
        return run_timed([str(_BIN / "rasa"), "train", "--force"], folder)

    return _cached("floor", make, say, fresh)


def _cached(name: str, make: Callable[[Path], float], say: Say, fresh: bool) -> float:
    folder = CACHE / name
    note = folder / "trained.json"
    if fresh or not note.is_file():
        say(f"Training {name}...")
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps({"seconds": round(make(folder), 1)}), "utf-8")
    return float(json.loads(note.read_text("utf-8"))["seconds"])


def run_timed(command: list[str], folder: Path) -> float:
    """Run `command`; seconds.

    Raises:
        RuntimeError: it fails; with the end of what it printed.
    """
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment({}),
        capture_output=True,
        text=True,
        timeout=_TRAIN_SECONDS,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {(done.stdout + done.stderr)[-2000:]}")
    return time.monotonic() - started
