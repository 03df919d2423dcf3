"""Whether the arguments of a query are things that the knowledge has, where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vigie.answers.query.form import ENTITIES, NUMERAL, Slot, fill, is_word
from vigie.answers.query.model import UNKNOWN, Query, lists_of
from vigie.answers.query.relations import ANY, KEYS, RELATIONS
from vigie.answers.query.world import World


def faults(query: Query, world: World) -> tuple[str, ...]:
    """The arguments of a query that are nothing of the knowledge; nothing for a good one.

    Only what stands for nothing is a fault: a claim may well say of an office what can be true
    of a committee only, and is then denied.
    """
    found = [*_held(query, world, _fits), *_any_topic(query), *_no_words(query, world)]
    return tuple(dict.fromkeys(found))


def misplaced(query: Query, world: World) -> tuple[str, ...]:
    """The arguments of a query that are of another kind than the places where they stand take."""
    found = _held(query, world, _of_its_kind)
    if query.act == "describe":  # on a topic; an attribute is got
        found += [one for one in query.about if not world.index.is_topic(one)]
    return tuple(dict.fromkeys(found))


def _held(query: Query, world: World, good: Callable[[Slot, World], bool]) -> list[str]:
    """What stands in the places of a query that are not `good`."""
    found: list[str] = []

    def see(slot: Slot) -> str:
        if not good(slot, world):
            found.append(slot.held)
        return slot.held

    fill(query, see, every=True)
    return found


def _of_its_kind(slot: Slot, world: World) -> bool:
    held = slot.held
    if held == UNKNOWN:  # a matter that no topic covers; who is not named is called something
        return slot.kinds[0] == "topic"
    if held.startswith(UNKNOWN):
        return "outsider" in slot.kinds
    if held in world.index:
        return world.kind(held) in slot.kinds or "word" in slot.kinds
    return slot.kinds[0] == "topic" or not world.index.is_topic(held)


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


def _no_words(query: Query, world: World) -> Iterator[str]:
    """The words by which lists are narrowed (`kind=…`, `described=…`) that are said of nothing."""
    for select in lists_of(query):
        for condition in select.conditions:
            relation, inverse = KEYS[select.sort][condition.key]
            words = not inverse and is_word(relation, RELATIONS[relation].right)
            if words and condition.values != (ANY,):
                known = {one for row in world.holds[relation].values() for one in row}
                yield from (str(one) for one in condition.values if one not in known)


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
