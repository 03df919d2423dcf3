"""A report of somebody who is named: « qui rédige le document du procureur général ? » is not asked
of the report of the State, though the heavier reader, to which names are kinds, may hear so."""

from __future__ import annotations

from vigie.answers.query.model import Argument, Condition, Query, Select, arguments
from vigie.answers.query.owned import changed
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import stack

SORT, RELATION, BY = "report", "publishes", "by"
ACTS = ("get", "describe", "verify")


def of_its_publisher(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, with the reports of the only agency that the message names in the place of one of
    another, which was neither named nor spoken of."""
    named = question.ids()
    agencies = [one for one in question.ids("agency") if world.right(RELATION, one)]
    if query.act not in ACTS or len(agencies) != 1 or agencies[0] in arguments(query):
        return query
    (agency,) = agencies
    own = world.right(RELATION, agency)
    spoken = {
        *named,
        *focus.subjects,
        *focus.shown,
        *(a for q in stack(focus) for a in arguments(q)),
    }

    def change(one: Argument) -> Argument:
        strange = isinstance(one, str) and one in world.index and world.kind(one) == SORT
        if not strange or one in spoken or one in own:
            return one
        return own[0] if len(own) == 1 else Select(SORT, (Condition(BY, (agency,)),))

    return changed(query, change)
