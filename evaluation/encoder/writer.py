"""What writes the query of a message in its conversation, learned from data/nlu and data/corpus.

`python -m evaluation.encoder writer` learns it and writes it beside the code that serves it, in two
hours of one core; `writer-further` goes on from what is there, with what was written since, and
`writer-news` does so in a part of that time: what was written since often, of the rest a sample.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from evaluation.encoder import learn
from evaluation.encoder.between import SHARE, mean, mixed
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
FURTHER = Pace(3.0, 0.6, SHARE, "make encoder ARGS=writer-further")
"""From nothing, and from what was learned before, in each of its courses."""
NEWS = Pace(1.0, 0.5, 0.4, "make encoder ARGS=writer-news")
"""From what was learned before, with what was written since; more of that way, and it forgets what
it had learned of natural talk (evaluation/README.md)."""
OFTEN = 4
"""How often what was written since is read there in the time in which the rest is read once."""
SAMPLED = 0.35
"""Share of the rest that is read there at all, so that it is not forgotten."""


class Course(NamedTuple):
    """How it learns further: with what chance, and how often it reads what leans on what was said
    before in the time in which it reads the rest once."""

    seed: int
    leaning: int


COURSES = (Course(0, 1), Course(1, 2))
"""They are taken at once, a core each; what is kept lies between where they come to."""
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
    """Go on from what is kept, with every author, in each of the courses; keep what lies between
    where they come to and what it was."""
    given = _lessons()
    words = vocabulary(given, recipe_of(FOLDER, WRITER)["words"])
    fresh = get_context("spawn")  # what learns cannot be forked
    with ProcessPoolExecutor(len(COURSES), fresh) as workers:
        each = [workers.submit(taken, one, given, words) for one in COURSES]
        reached = [one.result() for one in each]
    _keep(given, mean(reached), words, FURTHER, arrays(FOLDER, WRITER))


def taken(course: Course, given: Sequence[Lesson], words: Sequence[str]) -> dict[str, Floats]:
    """The weights to which a course comes from what is kept."""
    learn.single_thread()
    often = [one for one in given for _ in range(course.leaning if one.leans else 1)]
    return _gone_on(often, words, FURTHER, course.seed)


def news() -> None:
    """Go on from what is kept with what authors wrote whom it does not know, and a sample of the
    rest; keep what lies between where that comes to and what it was."""
    given = _lessons()
    recipe = recipe_of(FOLDER, WRITER)
    words = vocabulary(given, recipe["words"])
    weights = _gone_on(news_first(given, recipe["learned"]["authors"]), words, NEWS, 0)
    _keep(given, weights, words, NEWS, arrays(FOLDER, WRITER))


def news_first(given: Sequence[Lesson], authors: Iterable[str]) -> list[Lesson]:
    """What authors wrote who are not among those, often, and a sample of the rest, once."""
    known = {"", *authors}  # data/nlu is of nobody
    chance = np.random.default_rng(0)
    rest = [one for one in given if one.author in known and chance.random() < SAMPLED]
    return [*[one for one in given if one.author not in known] * OFTEN, *rest]


def _gone_on(
    lessons: Sequence[Lesson], words: Sequence[str], pace: Pace, seed: int
) -> dict[str, Floats]:
    """The weights to which lessons lead from what is kept."""
    before = arrays(FOLDER, WRITER)
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
        "courses": len(COURSES) if pace == FURTHER else 1,
    }
    told = {**recipe(learned, FROZEN), "words": words}
    keep(FOLDER, WRITER, mixed(before, weights, pace.share), told)
