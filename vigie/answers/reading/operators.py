"""The operators of a message: small words that a right reading accounts for ("sauf", "combien")."""

from __future__ import annotations

from vigie.answers.query.model import Query, arguments
from vigie.answers.query.tags import tags
from vigie.answers.query.world import World
from vigie.answers.reading.table import table


def operators(words: str) -> frozenset[str]:
    """The operators among folded words."""
    known = table().asking
    return frozenset(known[word] for word in words.split() if word in known)


def unaccounted(found: frozenset[str], query: Query, world: World, leans: str = "") -> int:
    """How many of the operators found a query leaves without account; `leans` tells on what of
    the conversation it rests ("narrow")."""
    if not found:
        return 0
    has = {*tags(query), f"leans:{leans}"}
    for one in arguments(query):
        if one in world.index:
            has.add(f"kind:{world.index.kind(world.index.entity(one))}")
    used_by = table().used_by
    return sum(not used_by[name].intersection(has) for name in found)
