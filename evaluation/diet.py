"""Rasa's DIET classifier on the same words, names masked, in a process of its own.

python -m evaluation.diet FOLDER MINUTES, with FOLDER/train.yml and FOLDER/test.json (a list of
texts): writes FOLDER/result.json. Learning stops after the epoch in which MINUTES have passed;
how many epochs it had is in the result. `run` does all of that from another process, without
TensorFlow.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

from evaluation.scores import Ranking

EPOCHS = 50
CONFIG = {
    "recipe": "default.v1",
    "assistant_id": "diet",
    "language": "fr",
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "CountVectorsFeaturizer"},
        {
            "name": "CountVectorsFeaturizer",
            "analyzer": "char_wb",
            "min_ngram": 1,
            "max_ngram": 4,
        },
        {
            "name": "DIETClassifier",
            "epochs": EPOCHS,
            "entity_recognition": False,
            "constrain_similarities": True,
            "random_seed": 1,
        },
    ],
    "policies": [],
}


def plain(words: Sequence[str]) -> str:
    """Masked words as a text that Rasa's tokenizer leaves alone: "<agency>" is "xxagency"."""
    return " ".join(f"xx{word[1:-1]}" if word.startswith("<") else word for word in words)


def run(
    folder: Path, taught: Sequence[tuple[str, str]], tests: Sequence[str], minutes: float
) -> dict[str, Any]:
    """Train for at most about `minutes` on pairs of an intent and a text; the rankings of
    `tests`, the epochs learned and what it took."""
    by_intent: dict[str, list[str]] = {}
    for intent, text in taught:
        by_intent.setdefault(intent, []).append(text or "xxempty")
    blocks = [
        {"intent": intent, "examples": "".join(f"- {text}\n" for text in dict.fromkeys(texts))}
        for intent, texts in by_intent.items()
    ]
    (folder / "train.yml").write_text(
        yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True), "utf-8"
    )
    (folder / "config.yml").write_text(yaml.safe_dump(CONFIG, sort_keys=False), "utf-8")
    (folder / "test.json").write_text(json.dumps(tests), "utf-8")
    subprocess.run([sys.executable, "-m", "evaluation.diet", str(folder), str(minutes)], check=True)
    result: dict[str, Any] = json.loads((folder / "result.json").read_text("utf-8"))
    return result


@contextmanager
def _stopping_after(minutes: float) -> Iterator[list[float]]:
    """Rasa's trainings stop once `minutes` have passed; what comes back is the loss of each
    epoch learned."""
    from rasa.utils.tensorflow import callback

    losses: list[float] = []
    end = time.monotonic() + 60 * minutes
    told = callback.RasaTrainingLogger.on_epoch_end

    def on_epoch_end(self: Any, epoch: int, logs: Any = None) -> None:
        told(self, epoch, logs)
        losses.append(round(float((logs or {}).get("t_loss", 0)), 3))
        print(f"epoch {epoch + 1}: {logs}", flush=True)
        if time.monotonic() > end:
            self.model.stop_training = True

    with mock.patch.object(callback.RasaTrainingLogger, "on_epoch_end", on_epoch_end):
        yield losses


def main(folder: Path, minutes: float) -> None:
    """Train, rank, time, and write result.json."""
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu

    from evaluation.ours import median_ms

    started, worked = time.perf_counter(), time.process_time()
    with _stopping_after(minutes) as losses:
        archive = train_nlu(
            str(folder / "config.yml"), str(folder / "train.yml"), str(folder / "models")
        )
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - worked
    assert archive is not None
    agent = Agent.load(archive)
    loop = asyncio.new_event_loop()

    def parse(text: str) -> Ranking:
        parsed = loop.run_until_complete(agent.parse_message(text or "xxempty"))
        return [(entry["name"], entry["confidence"]) for entry in parsed["intent_ranking"]]

    tests = json.loads((folder / "test.json").read_text("utf-8"))
    result = {
        "rankings": [parse(text) for text in tests],
        "epochs": len(losses),
        "losses": losses,
        "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu_seconds, 1),
        "ms": median_ms(parse, tests),
        "bytes": Path(archive).stat().st_size,
    }
    (folder / "result.json").write_text(json.dumps(result), "utf-8")


if __name__ == "__main__":
    from vigie.commands.prepare import quiet

    quiet()
    main(Path(sys.argv[1]), float(sys.argv[2]))
