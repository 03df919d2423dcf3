"""A topic beside one that is nested in it: who trains its own staff trains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vigie.answers.query.model import Condition, Query
from vigie.answers.query.world import World


def nested(query: Query, world: World) -> Query:
    """`query`, that asks who does both of two topics of which one holds the other, of that other:
    the same are found, and it is said in fewer words."""
    if query.select is None:
        return query
    conditions = tuple(_narrowest(one, world) for one in query.select.conditions)
    return replace(query, select=replace(query.select, conditions=conditions))


def _narrowest(condition: Condition, world: World) -> Condition:
    if not condition.every or condition.denied:
        return condition
    broader = {
        other
        for one in condition.values
        if isinstance(one, str) and world.index.is_topic(one)
        for other in _around(one, world)
    }
    left = tuple(one for one in condition.values if one not in broader)
    return replace(condition, values=left, every=len(left) > 1)


def _around(topic: str, world: World) -> Iterator[str]:
    """The topics in which one is nested, whatever the depth."""
    for other in world.index.topic(topic).within:
        yield other
        yield from _around(other, world)
