"""What writes the query of a message in its conversation, learned from data/nlu and data/corpus:
every segment after what was meant before it.

`python -m evaluation.encoder writer` learns it and writes it beside the code that serves it, in an
hour and a half.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from evaluation.encoder import learn
from evaluation.encoder.kept import recipe
from evaluation.encoder.writing import Network
from evaluation.material import ROOT, tables, written
from vigie.answers.decide import after
from vigie.answers.phrases import load_phrases
from vigie.answers.query.line import NEXT, read_all
from vigie.answers.query.model import FACTS, Query
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reading.claims import once_asked
from vigie.answers.reading.said import said
from vigie.answers.render.answer import answer
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.nlu import corpus
from vigie.nlu.encoder import base, reader
from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.decoder import BEGIN, END, UNKNOWN
from vigie.nlu.encoder.files import FOLDER, QUESTIONS, WRITER, keep
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.encoder.writer import Pieces, numbers, pieces, target
from vigie.nlu.lexicon import forms
from vigie.nlu.names import NameMatcher
from vigie.nlu.take_apart import take_apart
from vigie.nlu.taught import SPOKEN_OF

EPOCHS = 5.0
FEWEST = 8
"""Queries that must hold a word for it to be in the vocabulary."""
TOLD = "told"
"""Act of what is said and not asked."""
MARKS = {BEGIN: "<begin>", END: "<end>", UNKNOWN: "<unknown>"}
"""Words of the vocabulary that stand in no line."""


@dataclass(frozen=True)
class Lesson:
    """A message as pieces after what was said before it, and what its query says."""

    heard: Pieces
    says: tuple[str | int, ...]


class Lessons:
    """What is taught: the names in every text are those of the knowledge."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._tables = Tables(load(ROOT / "knowledge"))
        self._phrases = load_phrases(ROOT / "domain.yml")
        self._names = NameMatcher(forms(tables()))

    def every(self) -> Iterator[Lesson]:
        """Of every example and every segment one."""
        for example in written():
            line = example.block.query
            if line and SPOKEN_OF not in line and NEXT.strip() not in line:
                yield self._lesson(example.text, read_all(line)[0], Focus())
        found, problems = corpus.read(ROOT / "data")
        if problems:
            raise SystemExit("\n".join(map(str, problems)))
        for talk in (*((one,) for one in found.questions), *found.dialogues):
            yield from self._of(talk)

    def _of(self, talk: Iterable[corpus.Message]) -> Iterator[Lesson]:
        """Of a dialogue, as if each query that was meant had been answered."""
        focus = Focus()
        for turn in talk:
            told = [one for segment in turn.segments for one in self._told(segment)]
            focus = replace(focus, subjects=tuple(dict.fromkeys((*told, *focus.subjects))))
            for segment in turn.segments:
                yield self._lesson(segment.text, segment.query, focus)
                if len(segment.claims) == len(segment.query.claims):
                    yield from self._claims(segment, focus)
                if segment.query.act in FACTS:
                    reply = answer(segment.query, View(self._tables, self._phrases, focus))
                    focus = after(segment.query, reply, focus) if reply else focus

    def _told(self, segment: corpus.Segment) -> Iterator[str]:
        """What is named where nothing is asked: what is spoken of from then on, see
        `vigie.answers.parts.heard`."""
        if segment.query.act == TOLD:
            yield from (one.ids[0] for one in self._mentions(segment.text) if len(one.ids) == 1)

    def _claims(self, segment: corpus.Segment, focus: Focus) -> Iterator[Lesson]:
        """Each claim, after those before it."""
        world = View(self._tables, self._phrases, focus).world
        for text, claim in zip(segment.claims, segment.query.claims):
            query = Query("verify", claims=(claim,))
            yield self._lesson(text, query, focus)
            focus = once_asked(query, world, focus)

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        found = take_apart(text, self._names, whole=False).mentions
        return tuple(Mention(m.ids, m.kind, m.start, m.end, m.strength) for m in found)

    def _lesson(self, text: str, query: Query, focus: Focus) -> Lesson:
        world = View(self._tables, self._phrases, focus).world
        question = Question(text, mentions=self._mentions(text))
        heard = pieces(self._tokenizer, said(question, focus, world))
        return Lesson(heard, tuple(target(write(query), heard.names)))


def vocabulary(given: Iterable[Lesson]) -> tuple[str, ...]:
    """The words of the queries: signs, acts, relations, topics, whatever enough of them hold."""
    count = Counter(word for one in given for word in one.says if isinstance(word, str))
    return (*MARKS.values(), *sorted(word for word, n in count.items() if n >= FEWEST))


def taught(given: Sequence[Lesson], words: Sequence[str], epochs: float = EPOCHS) -> Network:
    """A network that learned these."""
    adapter, _ = reader.stored(FOLDER, QUESTIONS)
    network = Network(base.load(base.path()), len(words), adapter)
    states = learn.below(network, [one.heard.ids for one in given])
    places = {word: place for place, word in enumerate(words)}

    def what(chosen: Sequence[int]) -> list[Any]:
        return _table([given[n] for n in chosen], places)

    learn.learned(network, states, what, epochs)
    return network


def _table(some: Sequence[Lesson], places: dict[str, int]) -> list[Any]:
    """Where the names of each text stand, which pieces are its own, and its words."""
    longest = max(len(one.heard.ids) for one in some)
    most = max(1, max(len(one.heard.names) for one in some))
    names = np.zeros((len(some), most, longest), np.float32)
    own = np.zeros((len(some), longest), np.float32)
    rows: list[Floats] = []
    for place, one in enumerate(some):
        for number, where in enumerate(one.heard.names.values()):
            names[place, number, list(where)] = 1
        own[place, one.heard.first :] = 1
        rows.append(np.array(numbers(one.says, places), np.float32))
    return [names, own, learn.padded(rows, -1).astype(np.int32)]


def ship(epochs: float = EPOCHS) -> None:
    """Learn from every author, and keep it."""
    source = base.load(base.path())
    given = list(Lessons(Tokenizer(source.pieces)).every())
    words = vocabulary(given)
    network = taught(given, words, epochs)
    head = {f"head.{name}": value for name, value in network.learned().items()}
    learned = {
        "command": "make encoder ARGS=writer",
        "texts": len(given),
        "sha256": hashlib.sha256(repr(given).encode()).hexdigest(),
        "epochs": epochs,
    }
    told = {**recipe(learned), "words": words}
    keep(FOLDER, WRITER, {**network.served(), **head}, told)
