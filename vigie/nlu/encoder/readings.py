"""The encoder as it weighs the readings of a message in its conversation: what the answers ask
where they are unsure which one is meant (vigie/answers/reading/beside.py)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from vigie.answers.reading.beside import MORE, Said
from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.files import FOLDER, READINGS
from vigie.nlu.encoder.forward import Encoder
from vigie.nlu.encoder.reader import Reader, opened
from vigie.nlu.encoder.remembered import Remembered
from vigie.nlu.encoder.text import OTHER, STANDS_FOR
from vigie.nlu.encoder.tokens import Tokenizer

MOST, BEFORE = 48, 40
"""Pieces that are read of the message, and of what was said before it; the last ones of each."""
REMEMBERED = 64
"""Messages of which the weights are kept: a turn asks several times."""
_NAME = re.compile(r"<(\w+)>")


@dataclass(frozen=True)
class Head:
    """What stands on the mean of the vectors of the message: a weight for each trait."""

    mean: Floats
    spread: Floats
    weights: Floats
    bias: Floats


class Weigher:
    """Weighs the traits of the readings of one message; ten to thirty milliseconds."""

    def __init__(
        self, tokenizer: Tokenizer, encoder: Encoder, traits: tuple[str, ...], head: Head
    ) -> None:
        self._tokenizer = tokenizer
        self._encoder = encoder
        self._traits = traits
        self._head = head
        self._known: Remembered[Mapping[str, float]] = Remembered(REMEMBERED)

    def weights(self, said: Said) -> Mapping[str, float]:
        """What each trait of a reading counts for, after this was said."""
        whole = "\n".join((said.message, said.before, *said.shown))
        return self._known.of(whole, lambda: self._weighed(said))

    def _weighed(self, said: Said) -> Mapping[str, float]:
        ids, first = pieces(self._tokenizer, said)
        vector = self._encoder.states(ids)[first:].mean(axis=0)
        head = self._head
        weights = (vector - head.mean) / head.spread @ head.weights + head.bias
        return dict(zip(self._traits, weights.tolist()))


def pieces(tokenizer: Tokenizer, said: Said) -> tuple[list[int], int]:
    """What was said as the encoder reads it, and the place of the first piece of the message."""
    message = tokenizer.ids(_shown(said.message), MOST)
    if not said.before:
        return message, 0
    before = tokenizer.ids(_shown(f"{said.before} : {_kinds(said)}"), BEFORE)
    # As a pair of texts is read by encoders of this family: an end mark more between the two.
    return [*before, before[-1], *message[1:]], len(before) + 1


def _kinds(said: Said) -> str:
    return " ".join(one if one == MORE else f"<{one}>" for one in said.shown)


def _shown(text: str) -> str:
    """In small letters, and a word for the kind of each name."""
    parts = _NAME.split(text)
    return "".join(
        STANDS_FOR.get(part, OTHER) if place % 2 else part.lower()
        for place, part in enumerate(parts)
    )


def load(beside: Optional[Reader] = None, folder: Path = FOLDER) -> Weigher:
    """With what was learned of readings, and whatever it can share with the reader `beside`.

    Raises:
        BaseMissing: as `vigie.nlu.encoder.reader.opened`.
    """
    found = opened(folder, READINGS, beside)
    traits = tuple(found.recipe["traits"])
    return Weigher(found.tokenizer, found.encoder, traits, Head(**found.head))
