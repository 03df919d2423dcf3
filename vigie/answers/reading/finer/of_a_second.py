"""Another one of what somebody has one of: « y a-t-il un deuxième rapport ? » is not asked of the
first."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import Claim, Condition, Query, Select, arguments
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import stack
from vigie.answers.reading.numbers import place_of, places

SORT = "report"


def of_a_second(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, as whether there are so many, where the message speaks of a second report of
    somebody who has fewer; what is picked from a list is none of these."""
    wanted = max(places(question.words), default=0)
    if wanted < 2 or place_of(question.words) != SORT:
        return query
    listed = [one for one in focus.shown if one in world.index and world.kind(one) == SORT]
    owner = _owner(query, world)
    if len(listed) >= wanted or owner is None or len(world.right("publishes", owner)) >= wanted:
        return query
    if question.ids(SORT) or owner not in _spoken_of(question, focus):
        return query
    some = Select(SORT, (Condition("by", (owner,)),))
    return Query("verify", claims=(Claim("count", some, (f"≥{wanted}",)),))


def _spoken_of(question: Question, focus: Focus) -> set[str]:
    """Who is named, or was spoken of: a second report of nobody is one of all of them."""
    before = (one for query in stack(focus)[:1] for one in arguments(query))
    return {*question.ids(), *focus.subjects, *before}


def _owner(query: Query, world: World) -> Optional[str]:
    """The only one whose report a query is about."""
    some = [*arguments(query), *resolve(query.subjects, world)]
    owners = {owner for one in some for owner in world.left("publishes", one)}
    owners |= {one for one in some if world.right("publishes", one)}
    return next(iter(owners)) if len(owners) == 1 else None
