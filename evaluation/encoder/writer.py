"""What writes the query of a message in its conversation, learned from data/nlu and data/corpus.

`python -m evaluation.encoder writer` learns it and writes it beside the code that serves it, in two
hours of one core; `writer-further` goes on from what is there, slowly, in one and a half;
`writer-news` in half an hour: what was written since often, of the rest a sample.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from evaluation.encoder import learn
from evaluation.encoder.between import mixed
from evaluation.encoder.courses import COURSES, news_first, read_in
from evaluation.encoder.kept import recipe
from evaluation.encoder.lessons import Lesson, Lessons
from evaluation.encoder.writing import FROZEN, Network
from vigie.nlu.encoder import base, reader
from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.decoder import BEGIN, END, UNKNOWN
from vigie.nlu.encoder.files import FOLDER, QUESTIONS, WRITER, arrays, keep, recipe_of
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.encoder.writer import numbers


class Pace(NamedTuple):
    """How it learns: how often it reads all lessons, and how fast it changes; how much of the way
    to where it comes is kept; and the command."""

    epochs: float
    rate: float
    share: float
    command: str


WHOLE = Pace(5.0, 1.0, 1.0, "make encoder ARGS=writer")
FURTHER = Pace(1.0, 0.5, 0.6, "make encoder ARGS=writer-further")
"""From nothing, and from what was learned before, in its courses."""
NEWS = Pace(1.0, 0.5, 0.4, "make encoder ARGS=writer-news")
"""From what was learned before, with what was written since; more of that way, and it forgets what
it had learned of natural talk (evaluation/notes/encoder.md)."""
HEAD = "head."
"""What the names of the decoder's weights begin with, in the file of both."""
FEWEST = 8
"""Queries that must hold a word for it to be in the vocabulary."""
MARKS = {BEGIN: "<begin>", END: "<end>", UNKNOWN: "<unknown>"}
"""Words of the vocabulary that stand in no line."""


def vocabulary(given: Iterable[Lesson], known: Sequence[str] = tuple(MARKS.values())) -> list[str]:
    """The words of the queries: signs, acts, relations, topics, whatever enough of them hold; after
    those that are `known`."""
    count = Counter(word for one in given for word in one.says if isinstance(word, str))
    new = {word for word, n in count.items() if n >= FEWEST}.difference(known)
    return [*known, *sorted(new)]


def taught(
    given: Sequence[Lesson], network: Network, words: Sequence[str], pace: Pace, seed: int = 0
) -> None:
    """Have a network learn these."""
    states = learn.below(network, [one.heard.ids for one in given])
    places = {word: place for place, word in enumerate(words)}

    def what(chosen: Sequence[int]) -> list[Any]:
        return _table([given[n] for n in chosen], places)

    learn.learned(network, states, what, pace.epochs, pace.rate, seed)


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


def ship() -> None:
    """Learn from every author, and keep it."""
    given = _lessons()
    words = vocabulary(given)
    adapter, _ = reader.stored(FOLDER, QUESTIONS)
    network = Network(base.load(base.path()), len(words), adapter)
    taught(given, network, words, WHOLE)
    _keep(given, _weights(network), words, WHOLE)


def further() -> None:
    """Go on from what is kept, in one course after the other; keep what lies between where they
    lead and what it was."""
    given = _lessons()
    words = vocabulary(given, recipe_of(FOLDER, WRITER)["words"])
    before: Mapping[str, Floats] = arrays(FOLDER, WRITER)
    weights = before
    for number, course in enumerate(COURSES):
        pace = FURTHER._replace(rate=course.rate, epochs=course.read)
        weights = _gone_on(read_in(course, given), words, pace, number, weights)
    _keep(given, weights, words, FURTHER, before)


def news() -> None:
    """Go on from what is kept with what authors wrote whom it does not know, and a sample of the
    rest; keep what lies between where that comes to and what it was."""
    given = _lessons()
    recipe = recipe_of(FOLDER, WRITER)
    words = vocabulary(given, recipe["words"])
    before = arrays(FOLDER, WRITER)
    weights = _gone_on(news_first(given, recipe["learned"]["authors"]), words, NEWS, 0, before)
    _keep(given, weights, words, NEWS, before)


def _gone_on(
    lessons: Sequence[Lesson],
    words: Sequence[str],
    pace: Pace,
    seed: int,
    before: Mapping[str, Floats],
) -> dict[str, Floats]:
    """The weights to which lessons lead from those."""
    network = Network(base.load(base.path()), len(words), before, seed)
    network.go_on({n.removeprefix(HEAD): w for n, w in before.items() if n.startswith(HEAD)})
    taught(lessons, network, words, pace, seed)
    return _weights(network)


def _weights(network: Network) -> dict[str, Floats]:
    head = {f"{HEAD}{name}": value for name, value in network.learned().items()}
    return {**network.served(), **head}


def _lessons() -> list[Lesson]:
    return list(Lessons(Tokenizer(base.load(base.path()).pieces)).every())


def _keep(
    given: Sequence[Lesson],
    weights: Mapping[str, Floats],
    words: Sequence[str],
    pace: Pace,
    before: Mapping[str, Floats] = MappingProxyType({}),
) -> None:
    learned = {
        "command": pace.command,
        "texts": len(given),
        "authors": sorted({one.author for one in given} - {""}),
        "sha256": hashlib.sha256(repr(given).encode()).hexdigest(),
        "epochs": pace.epochs,
        "pace": pace.rate,
        "share": pace.share,
        "courses": [course._asdict() for course in COURSES] if pace == FURTHER else [],
    }
    told = {**recipe(learned, FROZEN), "words": words}
    keep(FOLDER, WRITER, mixed(before, weights, pace.share), told)
