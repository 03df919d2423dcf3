"""Things said by whose they are: « le rapport de la Justice » is `{report by=doj}` as much as it is
`ag_report`, where the Justice has no other.

Who reads names by their kind alone can write the first, and cannot tell the second from the report
of the State.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import (
    Argument,
    Claim,
    Condition,
    Query,
    Select,
    arguments,
    with_parts,
)
from vigie.answers.query.world import World

OWNED = {"report": "publishes", "programme": "runs"}
"""Sorts of things that are somebody's, with the relation of that one to them."""
BY = "by"


def by_owner(query: Query, named: Collection[str], world: World) -> Query:
    """`query`, with each thing that was not named said by its owner, who was, and has no other."""
    said = frozenset(arguments(query))

    def change(one: Argument) -> Argument:
        if not isinstance(one, str) or one not in world.index or one in named:
            return one
        sort = world.kind(one)
        owners = world.left(OWNED[sort], one) if sort in OWNED else ()
        if len(owners) != 1 or owners[0] not in named or owners[0] in said:
            return one
        told = Select(sort, (Condition(BY, tuple(owners)),))
        return told if find(told, world) == (one,) else one

    return changed(query, change)


def settled(query: Query, world: World) -> Query:
    """`query`, with the only thing of somebody in the place of what says it so."""

    def change(one: Argument) -> Argument:
        if isinstance(one, str) or one.sort not in OWNED or one.excluded or one.among:
            return one
        keys = [(each.key, each.denied, len(each.values)) for each in one.conditions]
        found = find(one, world) if keys == [(BY, False, 1)] else ()
        return found[0] if len(found) == 1 else one

    return changed(query, change)


def changed(query: Query, change: Callable[[Argument], Argument]) -> Query:
    """`query` with every argument changed, those that stand in others first; not the list itself
    that it asks for."""

    def within(one: Argument) -> Argument:
        return change(one if isinstance(one, str) else select(one))

    def select(one: Select) -> Select:
        return with_parts(
            one,
            conditions=tuple(
                with_parts(each, values=tuple(map(within, each.values))) for each in one.conditions
            ),
            excluded=tuple(map(within, one.excluded)),
            among=tuple(map(within, one.among)),
        )

    def claim(one: Claim) -> Claim:
        return with_parts(one, subject=within(one.subject), values=tuple(map(within, one.values)))

    return with_parts(
        query,
        select=select(query.select) if query.select else None,
        subjects=tuple(map(within, query.subjects)),
        claims=tuple(map(claim, query.claims)),
    )
