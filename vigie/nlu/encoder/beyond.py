"""The encoder as it tells, of each word of a statement, whether it says more than the document:
« le rapport paraît chaque année, au mois de juin » (vigie/answers/reading/beyond.py).

It stands on the vectors of what writes queries, which knows what a query says of a message, and so
what it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Optional

import numpy as np

from vigie.answers.reading.said import Stretch
from vigie.nlu.encoder.base import BaseMissing, Floats
from vigie.nlu.encoder.files import BEYOND, FOLDER, WRITER, arrays, digest, recipe_of
from vigie.nlu.encoder.text import as_read, is_name
from vigie.nlu.encoder.tokens import Tokenizer

_WORD = re.compile(r"\w+")


class Word(NamedTuple):
    """A word of a message: where it begins and ends there, and its piece."""

    start: int
    end: int
    piece: int
    named: bool
    """Whether it stands for a name, which may be of several words."""


class Head(NamedTuple):
    """Two layers on what is seen of a word."""

    mean: Floats
    spread: Floats
    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats

    def logits(self, seen: Floats) -> Floats:
        """The logarithm of the odds that each word says more."""
        inside = np.maximum(0, (seen - self.mean) / self.spread @ self.inner + self.inner_bias)
        return np.asarray(inside @ self.outer + self.outer_bias, np.float32)


def words(tokenizer: Tokenizer, message: Sequence[Stretch], most: int) -> list[Word]:
    """The words of a message whose pieces are among its first ones, `most` with the marks of its
    beginning and end."""
    parts, places = [], []
    for part, place in _parts(message):
        parts.append(part)
        places.append(place)
    ids, firsts = tokenizer.aligned(parts)
    last = min(most, len(ids)) - 1
    told = ((first, place) for first, place in zip(firsts, places) if place and first < last)
    return [Word(start, end, first, named) for first, (start, end, named) in told]


def _parts(message: Sequence[Stretch]) -> Iterator[tuple[str, Optional[tuple[int, int, bool]]]]:
    """The message as it is read, in parts: words, with where they stand, and what is between."""
    begin = 0
    for one in message:
        if is_name(one):
            yield as_read(one), (begin, begin + len(one.text), True)
        else:
            done = 0
            for found in _WORD.finditer(one.text):
                start, end = found.span()
                yield one.text[done:start].lower(), None
                yield found.group().lower(), (begin + start, begin + end, False)
                done = end
            yield one.text[done:].lower(), None
        begin += len(one.text)


def seen(states: Floats, first: int, some: Sequence[Word]) -> Floats:
    """What is seen of each word, a row: its vector, those of the words before and after it, that of
    the message, and whether it stands for a name. The message begins at the piece `first`."""
    own = states[[first + word.piece for word in some]]
    nothing = np.zeros_like(own[:1])
    around = np.concatenate([nothing, own, nothing])
    whole = np.repeat(own.mean(axis=0, keepdims=True), len(own), axis=0)
    named = np.array([[float(word.named)] for word in some], np.float32)
    return np.concatenate([own, around[:-2], around[2:], whole, named], axis=1)


def load(folder: Path = FOLDER) -> Optional[Head]:
    """What was learned; None where nothing was.

    Raises:
        BaseMissing: it was learned on other vectors, or is not what its recipe names.
    """
    if not (folder / BEYOND.weights).is_file():
        return None
    if not (folder / BEYOND.recipe).is_file():
        raise BaseMissing(f"{BEYOND.recipe} manque")
    recipe = recipe_of(folder, BEYOND)
    if recipe["learned"]["on"] != digest(folder / WRITER.weights):
        raise BaseMissing(f"{BEYOND.weights} ne va pas avec {WRITER.weights}")
    if recipe["adapter"]["sha256"] != digest(folder / BEYOND.weights):
        raise BaseMissing(f"{BEYOND.weights} n’est pas celui que {BEYOND.recipe} annonce")
    return Head(**arrays(folder, BEYOND))
