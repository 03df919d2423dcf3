"""Who presides over committees that were just listed: "qui les préside ?" is asked of the body to
which they belong, as near as the document comes to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from vigie.answers.query.model import Condition, Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed

SORT, CHAIRS = "committee", "chairs"


def of_the_committees(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`; who chairs any body as who chairs that of the committees that are meant."""
    if not chairs_committees(query, question, focus.shown, world):
        return query
    some = [one for one in focus.shown if world.kind(one) == SORT] or world.sort(SORT)
    bodies = tuple(dict.fromkeys(body for one in some for body in world.right("of", one)))
    select = query.select
    if select is None or len(bodies) != 1:
        return query
    return replace(query, select=replace(select, conditions=(Condition(CHAIRS, bodies),)))


def chairs_committees(
    query: Query, question: Question, shown: Collection[str], world: World
) -> bool:
    """Whether a query of who chairs is asked of committees: named as such, with no body, or the
    only things just shown."""
    select = query.select
    if query.act != "select" or select is None or question.mentions:
        return False
    if [(one.key, one.denied) for one in select.conditions] != [(CHAIRS, False)]:
        return False
    words = question.words.split()
    if not closed("bodies_called").isdisjoint(words):
        return False
    said = not closed("committees").isdisjoint(words)
    return said or (bool(shown) and all(world.kind(one) == SORT for one in shown))
