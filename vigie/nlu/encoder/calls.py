"""The encoder as it hears calls for help: what `vigie.distress` asks beside its own judge."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Optional

from vigie.nlu.encoder.files import CALLS, FOLDER
from vigie.nlu.encoder.forward import Encoder
from vigie.nlu.encoder.reader import Head, Reader, head_of, opened
from vigie.nlu.encoder.remembered import Remembered
from vigie.nlu.encoder.tokens import Tokenizer

LAYERS = 9
"""Of the encoder: as vectors alone, those of the ninth tell calls better than those of the last."""
BEGIN, END = 48, 32
"""Pieces of a long message that are read: its beginning, and its end."""
BEGINS, ENDS = 600, 400
"""Letters of which these are taken."""
REMEMBERED = 128
"""Verdicts that are kept: the channel and the assistant ask in turn."""
LEAST = 1e-6


def pieces(tokenizer: Tokenizer, text: str) -> list[int]:
    """What is read of a message, in small letters."""
    if len(text) > BEGINS + ENDS:
        text = f"{text[:BEGINS]} {text[-ENDS:]}"
    found = tokenizer.ids(text.lower(), len(text) + 2)
    return found if len(found) <= BEGIN + END else [*found[:BEGIN], *found[-END:]]


class Ear:
    """Tells how likely a message is a call for help."""

    def __init__(self, tokenizer: Tokenizer, encoder: Encoder, head: Head) -> None:
        self._tokenizer = tokenizer
        self._encoder = encoder
        self._head = head
        self._known: Remembered[float] = Remembered(REMEMBERED)

    def logit(self, text: str) -> float:
        """The logarithm of the odds that `text` is a call; two to nine milliseconds."""
        return self._known.of(text, lambda: self._heard(text))

    def _heard(self, text: str) -> float:
        states = self._encoder.states(pieces(self._tokenizer, text))
        likely = float(self._head.scores(states).forms[-1])
        return math.log(max(likely, LEAST)) - math.log(max(1 - likely, LEAST))


def load(beside: Optional[Reader] = None, folder: Path = FOLDER) -> Ear:
    """With what was learned of calls, and the tokenizer of the reader `beside`.

    Raises:
        BaseMissing: as `vigie.nlu.encoder.reader.opened`.
    """
    found = opened(folder, CALLS, beside, LAYERS)
    return Ear(found.tokenizer, found.encoder, head_of(found.recipe, found.head))
