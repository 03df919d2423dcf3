"""A topic in the very words of a narrower one: « qui forme ses propres agents ? » asks for fewer
than « qui forme ? »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.query.model import Argument, Claim, Condition, Query
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.small_words import says
from vigie.knowledge.text import fold

RELATION = "does"
FEWEST = 2
"""Words of a way to say a topic that tell it by themselves."""


def narrower(query: Query, question: Question, world: World) -> Query:
    """`query`, about the narrower topics of which the message has the words, as topics.yml gives
    them."""

    def each(some: Sequence[Argument]) -> tuple[Argument, ...]:
        return tuple(_narrow(one, question.words, world) for one in some)

    def condition(one: Condition) -> Condition:
        told = one.key == RELATION and not one.denied
        return replace(one, values=each(one.values)) if told else one

    def claim(one: Claim) -> Claim:
        return replace(one, values=each(one.values)) if one.relation == RELATION else one

    select = query.select
    if select is not None:
        select = replace(select, conditions=tuple(map(condition, select.conditions)))
    about = query.about
    if query.act == "describe":
        about = tuple(str(_narrow(one, question.words, world)) for one in about)
    return replace(query, select=select, about=about, claims=tuple(map(claim, query.claims)))


def _narrow(topic: Argument, words: str, world: World) -> Argument:
    """A topic, or the one nested in it that is said in one of its ways."""
    for other in world.index.knowledge.topics:
        ways = (fold(way).replace("'", " ") for way in other.ways)
        nested = other.narrows and topic in other.within
        if nested and says((w for w in ways if len(w.split()) >= FEWEST), words):
            return other.id
    return topic
