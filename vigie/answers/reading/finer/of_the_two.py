"""The two of whom was just spoken: « lequel des deux… ? » after the DoJ, then the DHS, is asked of
no third one, whoever was spoken of before or is heard in another word."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query, arguments
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack
from vigie.knowledge.text import fold

TWO, NUMBERS = 2, frozenset(("deux", "2"))
"""How many; no name has a word of these in it, whatever is heard in "lequel des deux aide…"."""


def of_the_two(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, of those two, where it picks among more or others, or compares others."""
    two = pair(focus, world) if says(closed("the_two"), question.words) else ()
    named = (fold(question.text[m.start : m.end]).split() for m in question.mentions)
    if len(two) < TWO or any(NUMBERS.isdisjoint(one) for one in named):
        return query
    if query.act == "compare":
        return replace(query, subjects=two)
    select = query.select
    if select is None or not select.among or select.sort != world.kind(two[0]):
        return query
    if len(select.among) == TWO and not question.mentions:
        return query
    return replace(query, select=replace(select, among=two))


def pair(focus: Focus, world: World) -> tuple[str, ...]:
    """The last two things of one kind that were told of or asked about, in that order."""
    if len(focus.shown) == TWO:
        return focus.shown
    spoken = [one for query in stack(focus) for one in arguments(query) if one in world.index]
    if not spoken:
        return ()
    alike = [one for one in dict.fromkeys(spoken) if world.kind(one) == world.kind(spoken[0])]
    return tuple(reversed(alike[:TWO]))
