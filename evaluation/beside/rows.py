"""Strangers' turns as the served model reads them: their readings, and which of them are right."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from threadpoolctl import threadpool_limits

from evaluation.conversations import talks_of
from evaluation.material import ROOT
from evaluation.same import right
from vigie.answers.decide import after
from vigie.answers.phrases import load_phrases
from vigie.answers.query.model import FACTS, Query
from vigie.answers.question import Focus, Question, read_question
from vigie.answers.reading import beside
from vigie.answers.reading.habits import NEAREST
from vigie.answers.reading.rank import Reading
from vigie.answers.reading.sure import confidence
from vigie.answers.reading.understand import as_a_whole
from vigie.answers.reading.weights import COUNTS, NEW
from vigie.answers.render.answer import answer
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.nlu import corpus
from vigie.nlu.encoder import loaded
from vigie.project import Project
from vigie.training import manifest


class Turn(NamedTuple):
    """What somebody wrote, what it means, and what was meant before it."""

    text: str
    query: Query
    focus: Focus
    group: str
    kind: str
    """Traffic, composite or dialogue."""


@dataclass(frozen=True)
class Row:
    """The readings of a turn, the best first, and which are right."""

    group: str
    kind: str
    asked: bool
    """Whether the reader was asked."""
    sure: float
    """The confidence in the best one."""
    scores: tuple[float, ...]
    """By the marks and habits alone."""
    told: tuple[float, ...]
    """By the reader."""
    new: tuple[bool, ...]
    """Whether it alone found it."""
    right: tuple[bool, ...]


class Reader:
    """Reads turns with the model that is served."""

    def __init__(self) -> None:
        from rasa.core.agent import Agent

        threadpool_limits(1, user_api="blas")
        self._agent = Agent.load(str(manifest.current(Project.here())))
        self._loop = asyncio.new_event_loop()
        self._tables = Tables(load(ROOT / "knowledge"))
        self._phrases = load_phrases(ROOT / "domain.yml")
        beside.use(loaded.writing())

    def row(self, turn: Turn) -> Row:
        """What is made of one turn."""
        parsed = self._loop.run_until_complete(self._agent.parse_message(turn.text))
        question = read_question(dict(parsed, text=turn.text))
        view = View(self._tables, self._phrases, turn.focus)
        light = _lightly(question, view)
        best = as_a_whole(question, view.world, view.focus).readings
        asked = beside.unsure(light, question, view.focus)
        known = {one.query for one in light[:NEAREST]}
        new = tuple(one.query not in known for one in best)
        told = tuple(one.told or 0.0 for one in best)
        scores = tuple(
            one.score - COUNTS * by - NEW * alone if asked else one.score
            for one, by, alone in zip(best, told, new)
        )
        holds = tuple(_is_right(one.query, turn.query, view) for one in best)
        sure = confidence(best)
        return Row(turn.group, turn.kind, asked, sure, scores, told, new, holds)


def _lightly(question: Question, view: View) -> Sequence[Reading]:
    """The readings by marks and habits alone."""
    writer = beside.use(None)
    try:
        return as_a_whole(question, view.world, view.focus).readings
    finally:
        beside.use(writer)


def _is_right(query: Query, meant: Query, view: View) -> bool:
    return right(query, meant, view) if meant.act in FACTS else query.act == meant.act


def turns(paths: Iterable[Path], group: str) -> Iterator[Turn]:
    """The turns of some files that ask one thing, each after what was meant before it."""
    tables, phrases = Tables(load(ROOT / "knowledge")), load_phrases(ROOT / "domain.yml")
    for talk in talks_of(list(paths)):
        focus = Focus()
        for message in talk:
            if len(message.segments) == 1:
                yield Turn(
                    message.text, message.segments[0].query, focus, group, _kind(talk, message)
                )
            for segment in message.segments:
                reply = answer(segment.query, View(tables, phrases, focus))
                if segment.query.act in FACTS and reply is not None:
                    focus = after(segment.query, reply, focus)


def _kind(talk: Sequence[corpus.Message], message: corpus.Message) -> str:
    if len(talk) > 1:
        return "dialogues"
    return "composite" if message.register == "composite" else "traffic"


@lru_cache(maxsize=1)
def _reader() -> Reader:
    return Reader()


def read(turn: Turn) -> Row:
    """What the served model, loaded once a process, makes of a turn."""
    return _reader().row(turn)
