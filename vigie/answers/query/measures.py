"""What can be measured of things: the most, the least, the oldest, the newest."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Select
from vigie.answers.query.world import World
from vigie.answers.query.years import year


def extreme(select: Select, key: str, greatest: bool, world: World) -> tuple[tuple[str, ...], int]:
    """Those of a select that have the most (or least) of something, and how much; for "year", the
    newest or the oldest. A law without a year that another amends is older than it."""
    counts = {one: _measure(one, key, world) for one in find(select, world)}
    known = {one: count for one, count in counts.items() if count is not None}
    if not known:
        return (), 0
    best = (max if greatest else min)(known.values())
    return tuple(one for one, count in known.items() if count == best), best


def _measure(one: str, key: str, world: World) -> Optional[int]:
    if key == "year":
        return year(one, world)
    if key == "rank":
        return next((int(rank) for rank in world.right("rank", one)), None)
    if key == "topic":  # as many as are listed of it; what is only named has none to be compared
        return len(getattr(world.index.entity(one), "duties", ())) or None
    if key == "member" and (told := world.right("number", one)) and told[0].isdigit():
        return int(told[0])  # people, whom no list names
    relation, inverse = _CREATED if world.kind(one) == "law" else _MEASURED[key]
    return len(world.left(relation, one) if inverse else world.right(relation, one))


_CREATED = ("creates", False)
"""By what laws are measured: by the bodies that they created."""
_MEASURED = {
    "report": ("publishes", False),
    "body": ("chairs", False),
    "programme": ("runs", False),
    "member": ("in", True),
    "committee": ("of", True),
    "law": ("creates", True),
}
