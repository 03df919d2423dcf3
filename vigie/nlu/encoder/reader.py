"""The encoder with its heads: what form a masked text has, and which topics."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from vigie.nlu.encoder import base
from vigie.nlu.encoder.base import Base, BaseMissing, Floats
from vigie.nlu.encoder.forward import Adapter, Encoder
from vigie.nlu.encoder.text import MOST, shown
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.parsed import Parsed

FOLDER = Path(__file__).resolve().parent
HEAD = ("mean", "spread", "weights", "bias")


class Files(NamedTuple):
    """What holds something that was learned: the weights, and how they were made."""

    weights: str
    recipe: str


QUESTIONS = Files("adapter.npz", "recipe.json")
CALLS = Files("calls.npz", "calls.json")


@dataclass(frozen=True)
class Labels:
    """What the encoder tells of a message: which form its query has, and, each for itself, which
    topics it is about."""

    forms: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """In the order in which they are scored."""
        return (*self.forms, *self.topics)


@dataclass(frozen=True)
class Scores:
    """Probabilities of the labels, in their order."""

    forms: Floats
    topics: Floats


@dataclass(frozen=True)
class Head:
    """What stands on the mean of the encoder's vectors."""

    labels: Labels
    mean: Floats
    spread: Floats
    weights: Floats
    bias: Floats

    def scores(self, states: Floats) -> Scores:
        """Probability of each label."""
        logits = (states.mean(axis=0) - self.mean) / self.spread @ self.weights + self.bias
        forms, topics = np.split(logits, [len(self.labels.forms)])
        powers = np.exp(forms - forms.max())
        return Scores(powers / powers.sum(), 1 / (1 + np.exp(-topics)))


class Reader:
    """Reads one message; some fifteen milliseconds."""

    def __init__(self, tokenizer: Tokenizer, encoder: Encoder, head: Head) -> None:
        self._tokenizer = tokenizer
        self._encoder = encoder
        self._head = head

    @property
    def labels(self) -> Labels:
        """What it knows."""
        return self._head.labels

    @property
    def parts(self) -> tuple[Tokenizer, Encoder]:
        """What another reader of the same base may share."""
        return self._tokenizer, self._encoder

    def scores(self, parsed: Parsed) -> Scores:
        """Probability of each label."""
        return self._head.scores(self._encoder.states(self._tokenizer.ids(shown(parsed), MOST)))


def digest(file: Path) -> str:
    """SHA-256 of a file."""
    found = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def load(folder: Path = FOLDER) -> Reader:
    """The base weights with what was learned of questions.

    Raises:
        BaseMissing: the package is missing, or one of the two is not what the recipe names.
    """
    found = checked(folder, QUESTIONS)
    adapter, head = stored(folder)
    return Reader(Tokenizer(found.pieces), Encoder(found, adapter), head)


def checked(folder: Path, files: Files) -> Base:
    """The base weights, when they and what was learned are those that the recipe names.

    Raises:
        BaseMissing: they are not.
    """
    for name in files:
        if not (folder / name).is_file():
            raise BaseMissing(f"{name} manque")
    recipe = recipe_of(folder, files)
    file = base.path()
    if digest(file) != recipe["base"]["sha256"]:
        raise BaseMissing(
            f"{base.FILE} n’est pas celui de {base.PACKAGE} {recipe['base']['version']}"
        )
    if digest(folder / files.weights) != recipe["adapter"]["sha256"]:
        raise BaseMissing(f"{files.weights} n’est pas celui que {files.recipe} annonce")
    return base.load(file)


def recipe_of(folder: Path, files: Files) -> dict[str, Any]:
    """How something was learned, and what it tells apart."""
    found: dict[str, Any] = json.loads((folder / files.recipe).read_text("utf-8"))
    return found


def arrays(folder: Path, files: Files) -> dict[str, Floats]:
    """The weights that `keep` wrote."""
    with np.load(folder / files.weights, allow_pickle=False) as found:
        return {name: found[name].astype(np.float32) for name in found.files}


def stored(folder: Path = FOLDER, files: Files = QUESTIONS) -> tuple[Adapter, Head]:
    """What was learned, as `save` wrote it."""
    told = recipe_of(folder, files)["labels"]
    learned = arrays(folder, files)
    labels = Labels(*(tuple(told[name]) for name in ("forms", "topics")))
    head = Head(labels, *(learned.pop(f"head.{name}") for name in HEAD))
    return learned, head


def save(
    folder: Path, files: Files, adapter: Adapter, head: Head, recipe: Mapping[str, Any]
) -> None:
    """Write what was learned, and the recipe."""
    heads = {f"head.{name}": getattr(head, name) for name in HEAD}
    keep(folder, files, {**adapter, **heads}, {**recipe, "labels": asdict(head.labels)})


def keep(
    folder: Path, files: Files, weights: Mapping[str, Floats], recipe: Mapping[str, Any]
) -> None:
    """Write weights, in half floats, and their recipe with its checksums."""
    halves = {name: value.astype(np.float16) for name, value in weights.items()}
    np.savez(folder / files.weights, **halves)
    told = {
        **recipe,
        "base": {**recipe["base"], "file": base.FILE, "sha256": digest(base.path())},
        "adapter": {"file": files.weights, "sha256": digest(folder / files.weights)},
    }
    (folder / files.recipe).write_text(
        json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
