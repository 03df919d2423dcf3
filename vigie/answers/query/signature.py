"""Whether the arguments of a query are things that the knowledge has, where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.query.form import ENTITIES, NUMERAL, Slot, fill
from vigie.answers.query.model import UNKNOWN, Query
from vigie.answers.query.relations import ANY, KEYS, RELATIONS
from vigie.answers.query.world import World


def faults(query: Query, world: World) -> tuple[str, ...]:
    """The arguments of a query that are nothing of the knowledge; nothing for a good one.

    Only what stands for nothing is a fault: a claim may well say of an office what can be true
    of a committee only, and is then denied.
    """
    found: list[str] = []

    def see(slot: Slot) -> str:
        if not _fits(slot, world):
            found.append(slot.held)
        return slot.held

    fill(query, see, every=True)
    return tuple(dict.fromkeys([*found, *_any_topic(query)]))


def _any_topic(query: Query) -> Iterator[str]:
    """`any` in the place of a topic: whether something is done at all is `described`."""
    conditions = query.select.conditions if query.select else ()
    joined = [
        *((c.values, KEYS[query.select.sort][c.key][0]) for c in conditions if query.select),
        *((claim.values, claim.relation) for claim in query.claims),
    ]
    for values, relation in joined:
        if values == (ANY,) and RELATIONS[relation].right == ("topic",):
            yield ANY


def _fits(slot: Slot, world: World) -> bool:
    held = slot.held
    if held.startswith(UNKNOWN):
        return True
    if slot.kinds == (NUMERAL,):
        return held.isdigit()
    if slot.kinds == ("topic",):
        return world.index.is_topic(held)
    if any(kind in ENTITIES for kind in slot.kinds):
        return held in world.index or "word" in slot.kinds
    return True
