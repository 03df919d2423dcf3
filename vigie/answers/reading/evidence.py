"""What a message holds that a query may rest on: names, topics, numbers, and what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vigie.answers.query.model import UNKNOWN
from vigie.answers.query.relations import World
from vigie.answers.question import OUTSIDER, Question
from vigie.answers.reading.operators import operators
from vigie.knowledge.model import Programme

TOPICS = 4
"""Topics that are tried in a form."""
LEAST_TOPIC = 0.05
"""Score under which a topic is not tried."""
SURE_TOPIC = 0.42
"""Score from which a topic is missed when a query leaves it out."""
IMPLIED = 0.4
"""Score of a topic that is there by the name of a programme alone."""
SURE_LINK = 0.6
"""Score from which a thing that is not named is one to grow a query by."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_FIGURE = re.compile(r"\b\d{1,3}\b")
_IN_WORDS: Mapping[str, str] = {
    **{
        word: str(value)
        for value, word in enumerate(
            "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
            "quinze seize".split()
        )
        if value > 1
    },
    "vingt": "20",
    "trente": "30",
    "quinzaine": "15",
    "dizaine": "10",
    "douzaine": "12",
}
_ORDINALS: Mapping[str, str] = {
    word: str(value)
    for value, words in enumerate(
        (
            "premier premiere 1er 1ere",
            "deuxieme second seconde 2e 2eme",
            "troisieme 3e 3eme",
            "quatrieme 4e 4eme",
            "cinquieme 5e 5eme",
        ),
        1,
    )
    for word in words.split()
}


@dataclass(frozen=True)
class Thing:
    """A name or a number of the message, where it stands, and what it may be."""

    ids: tuple[str, ...]
    kind: str
    start: int
    aside: bool = False
    weak: bool = False
    """A word that is a name only perhaps ("travail")."""
    score: float = 1.0
    """How likely it is meant, for what is not named; 1 for a name."""


@dataclass(frozen=True)
class Evidence:
    """All of it, in the order of the text."""

    things: tuple[Thing, ...]
    topics: tuple[tuple[str, float], ...]
    """Topics with their score, the likeliest first."""
    aside_topics: tuple[str, ...]
    numbers: tuple[str, ...]
    ordinals: tuple[str, ...]
    last: int
    """Which from the end it speaks of: 1 for the last, 2 for the one before, 0 for none."""
    length: int
    """Words of the message."""
    operators: frozenset[str] = frozenset()
    implied: Mapping[str, int] = field(default_factory=dict)
    """Topics that are there by the name of a programme, with the place of that thing."""


def _from_the_end(words: Sequence[str]) -> int:
    place = next((n for n, word in enumerate(words) if word in ("dernier", "derniere")), None)
    if place is None:
        return 0
    return 2 if words[place - 1 : place] == ["avant"] else 1


def gather(question: Question, world: World) -> Evidence:
    """The evidence of one question."""
    things = [
        Thing(
            m.ids if m.kind != OUTSIDER else (UNKNOWN + question.text[m.start : m.end],),
            m.kind,
            m.start,
            m.excluded,
            m.strength != "full",
        )
        for m in question.mentions
    ]
    named = {ident for thing in things for ident in thing.ids}
    unnamed = [
        Thing((ident,), world.kind(ident), len(question.text), weak=True, score=score)
        for ident, score in question.links
        if ident in world.index and ident not in named
    ]
    things.sort(key=lambda thing: thing.start)
    implied = dict(_implied(things, world))
    scores = {**dict.fromkeys(implied, IMPLIED), **question.scores}
    topics = sorted(scores.items(), key=lambda pair: -pair[1])
    words = question.words.split()
    numbers = [*_YEAR.findall(question.words)]
    numbers += [f for f in _FIGURE.findall(question.words) if f not in numbers]
    numbers += [_IN_WORDS[w] for w in words if w in _IN_WORDS]
    return Evidence(
        (*things, *unnamed),
        tuple((t, s) for t, s in topics[:TOPICS] if s >= LEAST_TOPIC),
        question.excluded_topics,
        tuple(dict.fromkeys(numbers)),
        tuple(_ORDINALS[w] for w in words if w in _ORDINALS),
        _from_the_end(words),
        len(words),
        operators(question.words),
        implied,
    )


def _implied(things: Sequence[Thing], world: World) -> Iterator[tuple[str, int]]:
    """The topics of the programmes that are named."""
    for place, thing in enumerate(things):
        if thing.kind == "programme" and len(thing.ids) == 1:
            entity = world.index.entity(thing.ids[0])
            for topic in entity.topics if isinstance(entity, Programme) else ():
                yield topic, place
