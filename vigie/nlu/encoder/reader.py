"""The encoder with its heads: what form a masked text has, and which topics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple, Optional

import numpy as np

from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.files import FOLDER, QUESTIONS, Files, arrays, checked, keep, recipe_of
from vigie.nlu.encoder.forward import Adapter, Encoder
from vigie.nlu.encoder.text import MOST, shown
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.parsed import Parsed

HEAD = ("mean", "spread", "weights", "bias")
_HEAD = "head."


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
    """Reads one message; some three milliseconds."""

    def __init__(self, tokenizer: Tokenizer, encoder: Encoder, head: Head) -> None:
        self._tokenizer = tokenizer
        self._encoder = encoder
        self._head = head

    @property
    def labels(self) -> Labels:
        """What it knows."""
        return self._head.labels

    @property
    def tokenizer(self) -> Tokenizer:
        """Cuts texts into pieces; other readers of the same base share it."""
        return self._tokenizer

    def scores(self, parsed: Parsed) -> Scores:
        """Probability of each label."""
        return self._head.scores(self._encoder.states(self._tokenizer.ids(shown(parsed), MOST)))


class Opened(NamedTuple):
    """What was learned beside the base, ready to read with."""

    tokenizer: Tokenizer
    encoder: Encoder
    head: Mapping[str, Floats]
    """What stands on the vectors, by name."""
    recipe: Mapping[str, Any]


def opened(
    folder: Path, files: Files, beside: Optional[Reader] = None, layers: Optional[int] = None
) -> Opened:
    """The lowest `layers` of the encoder, or all, as these files adapt them; with the tokenizer of
    the reader `beside`.

    Raises:
        BaseMissing: the package is missing, or one of the two is not what the recipe names.
    """
    found, learned = checked(folder, files), arrays(folder, files)
    heads = [name for name in learned if name.startswith(_HEAD)]
    head = {name.removeprefix(_HEAD): learned.pop(name) for name in heads}
    tokenizer = beside.tokenizer if beside else Tokenizer(found.pieces)
    encoder = Encoder(found, learned, layers)
    return Opened(tokenizer, encoder, head, recipe_of(folder, files))


def load(folder: Path = FOLDER) -> Reader:
    """The base weights with what was learned of questions.

    Raises:
        BaseMissing: as `opened`.
    """
    found = opened(folder, QUESTIONS)
    return Reader(found.tokenizer, found.encoder, head_of(found.recipe, found.head))


def stored(folder: Path = FOLDER, files: Files = QUESTIONS) -> tuple[Adapter, Head]:
    """What was learned, as `save` wrote it."""
    learned = arrays(folder, files)
    head = {name: learned.pop(f"{_HEAD}{name}") for name in HEAD}
    return learned, head_of(recipe_of(folder, files), head)


def head_of(recipe: Mapping[str, Any], head: Mapping[str, Floats]) -> Head:
    """The head that tells apart what the recipe names."""
    labels = Labels(*(tuple(recipe["labels"][name]) for name in ("forms", "topics")))
    return Head(labels, **head)


def save(
    folder: Path, files: Files, adapter: Adapter, head: Head, recipe: Mapping[str, Any]
) -> None:
    """Write what was learned, and the recipe."""
    heads = {f"{_HEAD}{name}": getattr(head, name) for name in HEAD}
    keep(folder, files, {**adapter, **heads}, {**recipe, "labels": asdict(head.labels)})
