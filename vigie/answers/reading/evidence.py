"""What a message holds that a query may rest on: names, topics, numbers, and what was said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Optional

from vigie.answers.query.model import UNKNOWN
from vigie.answers.query.world import World
from vigie.answers.question import OUTSIDER, Question
from vigie.answers.reading.belonging import belonging
from vigie.answers.reading.numbers import numbers, place_of, places
from vigie.answers.reading.operators import operators
from vigie.answers.reading.rejected import rejected
from vigie.answers.reading.table import table
from vigie.answers.reading.whether import asks_whether
from vigie.knowledge.model.measures import Programme
from vigie.knowledge.model.organisations import Committee

TOPICS = 4
"""Topics that are tried in a form."""
REFUSED = 0.5
"""Likelihood from which a topic is refused."""
BESIDE = 0.75
"""The share of the likeliest refusal that another needs: "sans enquêter, qui forme ?"."""
SET_ASIDE = 0.98
"""How likely a topic is refused that a closed class sets aside."""
NOWHERE = 999
"""The place of what has none."""
LEAST_TOPIC = 0.05
"""Score under which a topic is not tried."""
SURE_TOPIC = 0.42
"""Score from which a topic is missed when a query leaves it out."""
IMPLIED = 0.4
"""Score of a topic that is there by the name of a programme alone."""
DESCRIBING = 2
"""Topics by which a thing may be described."""
LEAST_DESCRIBED = 0.3
"""Score from which they are."""
NOT_NAMED = 0.99
"""Score that only a name surpasses."""
ABOUT = ("committee", "report", "programme")
OF_TOPICS = ("committee", "programme")
"""Kinds whose names say their topics: "le comité sur les services aux victimes"."""
SURE_LINK = 0.6
"""Score from which a thing that is not named is one to grow a query by."""


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
    via: str = ""
    """The topic by which it is described, where that is all that tells it."""
    by: Optional[int] = None
    """The place of the thing by which it is described: "le ministère qui publie le TIP"."""


@dataclass(frozen=True)
class Evidence:
    """All of it, in the order of the text."""

    things: tuple[Thing, ...]
    topics: tuple[tuple[str, float], ...]
    """Topics with their score, the likeliest first."""
    aside_topics: tuple[str, ...]
    numbers: tuple[str, ...]
    places: tuple[int, ...]
    """Places in a list that it speaks of, from 1; from its end, from -1."""
    length: int
    """Words of the message."""
    place_of: str = ""
    """The sort of thing of which a place is said: "le troisième rapport"."""
    step: int = 0
    """How many places after what was just spoken of: "le suivant"; 0 where it does not say so."""
    operators: frozenset[str] = frozenset()
    either: bool = False
    """Whether it gives a choice: "le DoS ou la Justice"."""
    age: str = ""
    """Whether it asks for the oldest ("min") or the latest ("max")."""
    roles: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    """Of its topics, where each stands, and how likely it is refused."""
    whether: bool = False
    """Whether it asks for yes or no."""
    rejected: frozenset[str] = frozenset()
    """What it does without of what was spoken of, see `rejected`."""
    implied: Mapping[str, int] = field(default_factory=dict)
    """Topics that are there by the name of a programme, with the place of that thing."""

    def refuses(self, topic: str, least: float = REFUSED) -> bool:
        """Whether a topic is refused ("sans former"), as likely as `least`."""
        return self.roles.get(topic, (0, 0.0))[1] >= max(least, BESIDE * self._most_refused)

    @cached_property
    def _most_refused(self) -> float:
        """How likely the topic is refused that most likely is."""
        return max((chance for _, chance in self.roles.values()), default=0.0)

    def place(self, topic: str) -> int:
        """Where a topic stands among the words."""
        return self.roles.get(topic, (NOWHERE, 0.0))[0]


def gather(question: Question, world: World, spoken: Collection[str] = ()) -> Evidence:
    """The evidence of one question, after what was `spoken` of."""
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
    unnamed += described(question, world, named)
    things.sort(key=lambda thing: thing.start)
    unnamed += joined(question, world, things)
    implied = dict(_implied(things, world))
    scores = {**dict.fromkeys(implied, IMPLIED), **question.scores}
    topics = sorted(scores.items(), key=lambda pair: -pair[1])
    return Evidence(
        (*things, *unnamed),
        tuple((t, s) for t, s in topics[:TOPICS] if s >= LEAST_TOPIC),
        question.excluded_topics,
        numbers(question.words),
        places(question.words),
        len(question.words.split()),
        place_of(question.words),
        next((table().steps[word] for word in question.words.split() if word in table().steps), 0),
        operators(question.words),
        not table().either.isdisjoint(question.words.split()),
        next((table().ages[word] for word in question.words.split() if word in table().ages), ""),
        dict(_roles(question)),
        asks_whether(question.words),
        rejected(question, spoken),
        implied,
    )


def described(question: Question, world: World, named: Iterable[str]) -> Iterator[Thing]:
    """The things that a topic of the message tells, being the only ones of their sort that it
    is the matter of: "les gens des banques", "le groupe qui suit les marchandises"."""
    likely = sorted(question.scores.items(), key=lambda pair: -pair[1])[:DESCRIBING]
    for topic, score in likely:
        for relation, sorts in (("does", ("agency", "body")), ("about", ABOUT)):
            holds = world.left(relation, topic) if score >= LEAST_DESCRIBED else ()
            for sort in sorts:
                some = [one for one in holds if world.kind(one) == sort]
                if len(some) == 1 and some[0] not in named:
                    told = min(score, NOT_NAMED)
                    yield Thing(
                        (some[0],), sort, len(question.text), weak=True, score=told, via=topic
                    )


def joined(question: Question, world: World, things: Sequence[Thing]) -> Iterator[Thing]:
    """The things that are described by another that is named, being the only ones of the sort that
    the message speaks of which a relation joins with it: "la loi qui a créé le SPOG"."""
    known = {ident for thing in things for ident in thing.ids}
    sorts = {table().sorts[word] for word in question.words.split() if word in table().sorts}
    for place, thing in enumerate(things):
        for one in belonging(thing.ids[0], world) if len(thing.ids) == 1 else ():
            kind = world.kind(one)
            if kind in sorts and kind != thing.kind and one not in known:
                yield Thing(
                    (one,), kind, thing.start, thing.aside, weak=True, score=NOT_NAMED, by=place
                )


def _roles(question: Question) -> Iterator[tuple[str, tuple[int, float]]]:
    """The roles of the topics; where a closed class sets topics aside, the others are not."""
    for topic, (place, refused) in question.roles.items():
        told = SET_ASIDE if topic in question.excluded_topics else 1 - SET_ASIDE
        yield topic, (place, told if question.excluded_topics else refused)


def _implied(things: Sequence[Thing], world: World) -> Iterator[tuple[str, int]]:
    """The topics of the programmes and committees that are named."""
    for place, thing in enumerate(things):
        entity = world.index.entity(thing.ids[0]) if thing.kind in OF_TOPICS else None
        if isinstance(entity, (Programme, Committee)) and len(thing.ids) == 1:
            for topic in entity.topics:
                yield topic, place
