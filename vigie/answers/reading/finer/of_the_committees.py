"""Whose the committees are that a message speaks of: "qui les préside ?", of those that were just
listed, is asked of the body to which they belong, as near as the document comes to it; "le DoJ a
cinq comités ?" is claimed of the DoJ, which has none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed

SORT, CHAIRS, OF = "committee", "chairs", "of"


def of_the_committees(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`; who chairs any body as who chairs that of the committees that are meant; how many
    there are of somebody else's, as of whom the message names."""
    if query.act == "verify":
        return replace(query, claims=tuple(_owned(one, question) for one in query.claims))
    if not chairs_committees(query, question, focus.shown, world):
        return query
    some = [one for one in focus.shown if world.kind(one) == SORT] or world.sort(SORT)
    bodies = tuple(dict.fromkeys(body for one in some for body in world.right("of", one)))
    select = query.select
    if select is None or len(bodies) != 1:
        return query
    return replace(query, select=replace(select, conditions=(Condition(CHAIRS, bodies),)))


def _owned(claim: Claim, question: Question) -> Claim:
    """A count of the committees of what is not named, as of the only one who is."""
    select = claim.subject
    if not isinstance(select, Select) or (select.sort, claim.relation) != (SORT, "count"):
        return claim
    named = (*question.ids("agency"), *question.ids("body"))
    if len(named) != 1 or [one.key for one in select.conditions] != [OF]:
        return claim
    return replace(claim, subject=replace(select, conditions=(Condition(OF, named),)))


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
