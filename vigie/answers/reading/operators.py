"""The operators of a message: small words that a right reading accounts for ("sauf", "combien")."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.query.form import form
from vigie.answers.query.form_parts import parts_of
from vigie.answers.query.model import Query, Select, arguments
from vigie.answers.query.world import World
from vigie.answers.reading.table import table


def operators(words: str) -> frozenset[str]:
    """The operators among folded words."""
    known = table().asking
    return frozenset(known[word] for word in words.split() if word in known)


def unaccounted(found: frozenset[str], has: frozenset[str], leans: str = "") -> int:
    """How many of the operators found are left without account by a query that `has` some `marks`;
    `leans` tells on what of the conversation it rests ("narrow")."""
    used_by, resting = table().used_by, f"leans {leans}"
    return sum(used_by[name].isdisjoint(has) and resting not in used_by[name] for name in found)


def marks(query: Query, world: World) -> frozenset[str]:
    """What of a query accounts for operators: the parts of its form, and what else it says."""
    return parts_of(form(query)).union(_spoken_of(query, world))


def _spoken_of(query: Query, world: World) -> Iterator[str]:
    """What it says beside the parts of its form: kinds of things, attributes, sorts described."""
    for one in arguments(query):
        if one in world.index:
            yield f"names a {world.kind(one)}"
    yield from (f"about {one}" for one in query.about)
    values = (value for claim in query.claims for value in (claim.subject, *claim.values))
    conditions = query.select.conditions if query.select else ()
    within = (value for one in conditions for value in one.values)
    for described in (*query.subjects, *values, *within):
        if isinstance(described, Select):
            yield f"sort {described.sort}"
