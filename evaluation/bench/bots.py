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

CACHE = ROOT / "build" / "bench"
"""Trained bots and logs; git ignores it and `make clean` empties it."""
FLOOR = Path(__file__).with_name("floor")
_BIN = Path(sys.executable).parent
_TRAIN_SECONDS = 1800

Say = Callable[[str], None]


def vigie(name: str = "vigie", **env: str) -> Bot:
    """Vigie as `make serve` starts it."""
    command = [sys.executable, "-m", "vigie", "serve"]
    return Bot(name, command, ROOT, {"PORT": "{port}", **env})


def rasa(name: str) -> Bot:
    """A bot of the cache, served by `rasa run`."""
    command = [str(_BIN / "rasa"), "run", "-i", "127.0.0.1", "-p", "{port}"]
    return Bot(name, command, CACHE / name)


def train_vigie() -> float:
    """Train Vigie anew; seconds."""
    return run_timed([sys.executable, "-m", "vigie", "train", "--force"], ROOT)


def make_stock(say: Say, fresh: bool = False) -> float:
    """The bot that `rasa init` makes, in the cache; seconds of its training."""

    def make(folder: Path) -> float:
        (folder / "made").mkdir(parents=True)
        # `rasa init` creates the files, then trains as `rasa train` does.
        init = [str(_BIN / "rasa"), "init", "--no-prompt", "--init-dir", "made"]
        run_timed(init, folder)
        for path in (folder / "made").iterdir():
            path.rename(folder / path.name)
        (folder / "made").rmdir()
        return run_timed([str(_BIN / "rasa"), "train", "--force"], folder)

    return _cached("stock", make, say, fresh)


def make_floor(say: Say, fresh: bool = False) -> float:
    """The floor, in the cache; seconds of its training."""

    def make(folder: Path) -> float:
        shutil.copytree(FLOOR, folder)
        return run_timed([str(_BIN / "rasa"), "train", "--force"], folder)

    return _cached("floor", make, say, fresh)


def _cached(name: str, make: Callable[[Path], float], say: Say, fresh: bool) -> float:
    folder = CACHE / name
    note = folder / "trained.json"
    if fresh or not note.is_file():
        say(f"Entraînement : {name}…")
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
