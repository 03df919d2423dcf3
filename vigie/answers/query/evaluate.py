"""What the lists of a query find: pure functions over the relations."""

from __future__ import annotations

from vigie.answers.query import years
from vigie.answers.query.bounds import is_bound
from vigie.answers.query.model import Argument, Condition, Select, is_typed
from vigie.answers.query.relations import ANY, KEYS
from vigie.answers.query.world import World
from vigie.knowledge.model.entry import Place

REMEMBERED = 10_000
"""Selects of which a world keeps what they find: to read one message looks the same up a hundred
times."""


def find(select: Select, world: World) -> tuple[str, ...]:
    """The ids that a select finds, in the order of the document."""
    known = world.found.get(select)
    if known is not None:
        return known
    found = _found(select, world)
    if not is_typed(select):
        if len(world.found) >= REMEMBERED:
            world.found.clear()
        world.found[select] = found
    return found


def _found(select: Select, world: World) -> tuple[str, ...]:
    among = resolve(select.among, world)
    found = [one for one in world.sort(select.sort) if not select.among or one in among]
    for condition in select.conditions:
        found = [one for one in found if meets(one, select.sort, condition, world)]
    gone = set(resolve(select.excluded, world))
    return tuple(one for one in found if one not in gone)


def find_all(select: Select, world: World) -> tuple[str, ...]:
    """What a select finds; where it is asked which agencies publish anything, all or those of no
    kind, the bodies that do as well: they are of none of those kinds."""
    found = find(select, world)
    kept = tuple(one for one in select.conditions if not (one.key == "kind" and one.denied))
    if select.sort != "agency" or select.among or kept != (Condition("publishes", (ANY,)),):
        return found
    return (*found, *find(Select("body", kept, select.excluded), world))


def meets(one: str, sort: str, condition: Condition, world: World) -> bool:
    """Whether a thing of a sort meets a condition."""
    relation, inverse = KEYS[sort][condition.key]
    row = set(world.left(relation, one) if inverse else world.right(relation, one))
    if condition.values == (ANY,):
        return bool(row) is not condition.denied
    if any(map(is_bound, condition.values)):
        kept = [years.keeps(one, str(value), world) for value in condition.values]
        return None not in kept and any(kept) is not condition.denied
    each = [bool(row.intersection(resolve((value,), world))) for value in condition.values]
    every = condition.every and not condition.denied  # "ni ne forment ni n'enquêtent"
    return (all(each) if every else any(each)) is not condition.denied


def resolve(values: tuple[Argument, ...], world: World) -> tuple[str, ...]:
    """The ids that arguments stand for: themselves, or what a select finds."""
    found: list[str] = []
    for value in values:
        found += (value,) if isinstance(value, str) else find(value, world)
    return tuple(dict.fromkeys(found))


def evidence(select: Select, found: tuple[str, ...], world: World) -> tuple[Place, ...]:
    """Where the document says that what was found meets the conditions."""
    places: list[Place] = []
    for one in found:
        before = len(places)
        for condition in select.conditions:
            if condition.denied:
                continue
            relation, inverse = KEYS[select.sort][condition.key]
            values = resolve(condition.values, world)
            if condition.values == (ANY,):
                values = world.left(relation, one) if inverse else world.right(relation, one)
            for value in values:
                places += world.places(relation, *((value, one) if inverse else (one, value)))
        if len(places) == before:
            places.append(world.index.entity(one).place)
    return tuple(dict.fromkeys(places))
