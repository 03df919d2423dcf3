"""What somebody does besides what was just told: « et il fait quoi d'autre ? » after who
investigates. The whole list would say that once more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vigie.answers.query.model import UNKNOWN, Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack

DOES = "does"


def what_else(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, of what somebody does as a whole, without what the last answer told of them, where
    the message asks for something else; as it is where that is all that they do."""
    whole = query.act == "describe" and not (query.about or query.beside)
    if not whole or len(query.subjects) != 1 or not says(closed("what_else"), question.words):
        return query
    (who,) = query.subjects
    last = next(iter(stack(focus)), None)
    if last is None or not isinstance(who, str) or who not in world.index:
        return query
    told = tuple(one for one in _told_of(who, last, world) if one in world.right(DOES, who))
    duties = getattr(world.index.entity(who), "duties", ())
    left = [one for one in duties if not set(told) & set(one.topics)]
    return replace(query, beside=told) if told and left else query


def _told_of(who: str, last: Query, world: World) -> Iterator[str]:
    """The topics on which a query told of somebody: those of a description, or of what was claimed
    of them, or of a list of who does it."""
    if last.act == "describe" and last.subjects == (who,):
        yield from last.about
    for claim in last.claims:
        if claim.relation == DOES and claim.subject == who:
            yield from (str(one) for one in claim.values)
    for condition in last.select.conditions if last.select else ():
        if condition.key == DOES and not condition.denied:
            yield from (one for one in condition.values if isinstance(one, str) and one != UNKNOWN)
