"""The encoder as it hears calls for help, who makes them, and what is said after the help: what
`vigie.distress` asks beside its own judge."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Optional

import numpy as np

from vigie.nlu.encoder.base import BaseMissing, Floats
from vigie.nlu.encoder.files import AFTER, CALLS, FOLDER, WHO, Files, arrays, digest, recipe_of
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


class Found(NamedTuple):
    """What is kept of one message: how likely it is a call, about each thing, and by whom."""

    logit: float
    after: Mapping[str, float]
    who: Mapping[str, Mapping[str, float]]


class Ear:
    """Tells how likely a message is a call for help, and what it is about once help was given."""

    def __init__(
        self,
        tokenizer: Tokenizer,
        encoder: Encoder,
        head: Head,
        after: Optional[Head] = None,
        who: Optional[Head] = None,
    ) -> None:
        self._tokenizer = tokenizer
        self._encoder = encoder
        self._head = head
        self._after = after
        self._who = who
        self._known: Remembered[Found] = Remembered(REMEMBERED)

    def logit(self, text: str) -> float:
        """The logarithm of the odds that `text` is a call; two to nine milliseconds."""
        return self._of(text).logit

    def after(self, text: str) -> Mapping[str, float]:
        """The logarithm of how likely `text` is about each thing, being said once help was given;
        nothing where that was not learned."""
        return self._of(text).after

    def who(self, text: str) -> Mapping[str, Mapping[str, float]]:
        """Who calls in `text`, about whom, and where: by question, the logarithm of how likely each
        answer is; nothing where that was not learned."""
        return self._of(text).who

    def mean(self, text: str) -> Floats:
        """The mean of the vectors of a message, which is kept nowhere."""
        found: Floats = self._states(text).mean(axis=0)
        return found

    def _of(self, text: str) -> Found:
        return self._known.of(text, lambda: self._heard(text))

    def _states(self, text: str) -> Floats:
        return self._encoder.states(pieces(self._tokenizer, text))

    def _heard(self, text: str) -> Found:
        states = self._states(text)
        likely = float(self._head.scores(states).forms[-1])
        logit = math.log(max(likely, LEAST)) - math.log(max(1 - likely, LEAST))
        return Found(logit, _told(self._after, states), _answers(self._who, states))


def _told(head: Optional[Head], states: Floats) -> dict[str, float]:
    """The logarithm of how likely each of a head's labels is."""
    if head is None:
        return {}
    told = np.log(np.maximum(head.scores(states).forms, LEAST))
    return dict(zip(head.labels.forms, told.tolist()))


def _answers(head: Optional[Head], states: Floats) -> dict[str, dict[str, float]]:
    """The same, of labels that name a question and its answer, each question for itself."""
    answers: dict[str, dict[str, float]] = {}
    for label, told in _told(head, states).items():
        question, _, answer = label.partition(" ")
        answers.setdefault(question, {})[answer] = told
    for each in answers.values():
        whole = math.log(sum(map(math.exp, each.values())))
        each.update({answer: told - whole for answer, told in each.items()})
    return answers


def load(beside: Optional[Reader] = None, folder: Path = FOLDER) -> Ear:
    """With what was learned of calls, of who makes them and of what is said after them, and the
    tokenizer of the reader `beside`.

    Raises:
        BaseMissing: as `vigie.nlu.encoder.reader.opened`; or one of the two last was learned on
            other vectors.
    """
    found = opened(folder, CALLS, beside, LAYERS)
    head = head_of(found.recipe, found.head)
    return Ear(found.tokenizer, found.encoder, head, _beside(folder, AFTER), _beside(folder, WHO))


def alone(folder: Path = FOLDER) -> Ear:
    """With what was learned of calls and nothing that rests on it: what such is learned from.

    Raises:
        BaseMissing: as `vigie.nlu.encoder.reader.opened`.
    """
    found = opened(folder, CALLS, None, LAYERS)
    return Ear(found.tokenizer, found.encoder, head_of(found.recipe, found.head))


def _beside(folder: Path, files: Files) -> Optional[Head]:
    """What was learned on the same vectors, where it was."""
    if not (folder / files.weights).is_file():
        return None
    recipe = recipe_of(folder, files)
    if recipe["learned"]["on"] != digest(folder / CALLS.weights):
        raise BaseMissing(f"{files.weights} ne va pas avec {CALLS.weights}")
    return head_of(recipe, arrays(folder, files))
