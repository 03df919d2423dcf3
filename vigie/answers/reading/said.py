"""A message and what it follows, as a reader is told of them that reads whole conversations: in
stretches, each plain text or the name of something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import UNKNOWN, Query, arguments
from vigie.answers.query.normal import normal
from vigie.answers.query.world import World
from vigie.answers.query.write import write
from vigie.answers.question import OUTSIDER, Focus, Question
from vigie.answers.reading.context import stack
from vigie.answers.reading.points import described, topics
from vigie.knowledge.model.organisations import Agency

QUERIES = 4
"""The last questions that are told of."""
SHOWN = 8
"""Things of the last answer that are told of; more of them are "…"."""
LISTED = 6
"""The same of a list before it, which somebody may still count in: "le deuxième"."""
PICKING = ("select", "max", "min")
"""Acts whose line does not tell what they find."""
TOPIC = "topic"
DEPARTMENT = "department"
SMALL = 3
"""Letters of a word that says little."""
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(l['’]|les? |la )")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Stretch:
    """Some of what was said. Where it names something, or is a number, `kind` says of what kind
    that is, and `ids` what a query says in its place."""

    text: str
    kind: str = ""
    ids: tuple[str, ...] = ()
    noun: str = ""
    """What the thing is called before all: "équipe", which is an "elle"."""

    @property
    def as_typed(self) -> bool:
        """Whether a query says it as somebody typed it: a name that the document does not have."""
        return self.kind == OUTSIDER


NUMBER = "number"
"""Kind of a stretch that is a number."""


@dataclass(frozen=True)
class Said:
    """A message, and the lines of the last questions with what the last answer was about."""

    message: tuple[Stretch, ...]
    before: tuple[Stretch, ...] = ()


class Told(NamedTuple):
    """A word of a message: where it begins and ends there, and how likely it says more than the
    document, as the logarithm of the odds."""

    start: int
    end: int
    more: float


def said(question: Question, focus: Focus, world: World) -> Said:
    """A question and what was said before it."""
    return Said(tuple(_message(question, world)), tuple(_before(focus, world)))


def named(told: Said) -> tuple[str, ...]:
    """What a query may say of what is named, in the order in which it is heard: that of the message
    first."""
    return tuple(dict.fromkeys(one for part in (*told.message, *told.before) for one in part.ids))


def _message(question: Question, world: World) -> Iterator[Stretch]:
    place = 0
    for mention in sorted(question.mentions, key=lambda one: one.start):
        if mention.start < place:
            continue
        yield from _plain(question.text[place : mention.start])
        text = question.text[mention.start : mention.end]
        ids = (f"{UNKNOWN}{text}",) if mention.kind == OUTSIDER else mention.ids
        yield Stretch(text, mention.kind, ids, _noun(ids, world))
        place = mention.end
    yield from _plain(question.text[place:])


def _plain(text: str) -> Iterator[Stretch]:
    place = 0
    for found in _NUMBER.finditer(text):
        yield Stretch(text[place : found.start()])
        yield Stretch(found.group(), NUMBER, (found.group(),))
        place = found.end()
    yield Stretch(text[place:])


def _before(focus: Focus, world: World) -> Iterator[Stretch]:
    """The lines of the last questions, what the last answer showed, and what else was spoken of."""
    queries = stack(focus)[:QUERIES]
    spoken = [one for one in focus.subjects if one not in focus.shown]
    spoken += _picked(focus, queries)
    if not queries and not spoken:
        return
    for place, query in enumerate(reversed(queries)):
        if place:
            yield Stretch(" | ")
        yield from _line(normal(query), world)
        if place < len(queries) - 1:
            yield from _listed(query, world)
    yield Stretch(" :")
    yield from _things(focus.shown, world)
    yield from _points(queries, world)
    if spoken:
        yield Stretch(" ;")
        yield from _things(spoken, world)


def _listed(query: Query, world: World) -> Iterator[Stretch]:
    """The list that a question before the last one got."""
    found = find(query.select, world) if query.select and query.act == "select" else ()
    if 1 < len(found) <= LISTED:
        yield Stretch(" =")
        yield from _things(found, world)


def _picked(focus: Focus, queries: Sequence[Query]) -> Iterator[str]:
    """What the last question found of a list that is still spoken of, which its line does not
    tell: "lequel des trois va à l'étranger ?"."""
    within = [one for one in focus.subjects if one in focus.shown]
    if queries and queries[0].act in PICKING and len(within) < len(focus.shown):
        yield from within


def _things(some: Sequence[str], world: World) -> Iterator[Stretch]:
    for one in some[:SHOWN]:
        if one in world.index:
            yield Stretch(" ")
            yield Stretch(one, world.kind(one), (one,), _noun((one,), world))
        else:
            yield Stretch(f" {TOPIC}")
    if len(some) > SHOWN:
        yield Stretch(" …")


def _noun(ids: Sequence[str], world: World) -> str:
    """The noun with which the name of one thing begins. None of a department: it is called by
    both genders, "le département de la Justice" and "la Justice"."""
    entity = world.index.entity(ids[0]) if len(ids) == 1 and ids[0] in world.index else None
    if entity is None or (isinstance(entity, Agency) and entity.kind == DEPARTMENT):
        return ""
    return entity.name.fr.split()[0].lower()


def _points(queries: Sequence[Query], world: World) -> Iterator[Stretch]:
    """What the description of an agency told, one thing after the other: "le deuxième point"."""
    agency = described(next(iter(queries), None), world)
    if agency is None or queries[0].about:
        return
    for place, topic in enumerate(topics(agency)):
        short = _in_short(world.index.topic(topic).label)
        yield Stretch(f"{',' if place else ' ='} {short}")
    yield from _things([one.id for one in world.index.reports_of(agency.id)], world)


def _in_short(label: str) -> str:
    """A topic in two of its words: "aide victimes", of « l'aide aux victimes »."""
    words = [word for word in _ARTICLE.sub("", label).split() if len(word) > SMALL]
    return " ".join(words[:2])


def _line(query: Query, world: World) -> Iterator[Stretch]:
    named = {one for one in arguments(query) if one in world.index}
    line, place = write(query), 0
    for found in _WORD.finditer(line):
        if found.group() in named:
            yield Stretch(line[place : found.start()])
            ids = (found.group(),)
            yield Stretch(found.group(), world.kind(found.group()), ids, _noun(ids, world))
            place = found.end()
    yield Stretch(line[place:])
