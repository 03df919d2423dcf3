"""The years that the document ties to things, and what follows of those that it does not date."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Optional

from vigie.answers.query.bounds import is_bound, stands
from vigie.answers.query.world import World


def year(one: str, world: World) -> Optional[int]:
    """The year that the document ties to a thing; one less than that of its first amendment for
    a law that it does not date, so that it stands before it, and so for a body of such a law."""
    years = world.right("year", one)
    if years:
        return int(years[0])
    laws = world.left("creates", one)
    if laws:
        return year(laws[0], world)
    later = [int(y) for law in world.left("amends", one) for y in world.right("year", law)]
    return min(later) - 1 if later else None


def oldest_first(ids: Iterable[str], world: World) -> tuple[str, ...]:
    """Things by since when they are: what has no date stands where it must be older than what has
    one, else last."""
    dated = {one: year(one, world) if one in world.index else None for one in ids}
    return tuple(sorted(dated, key=lambda one: math.inf if dated[one] is None else dated[one] or 0))


def keeps(one: str, bound: str, world: World) -> Optional[bool]:
    """Whether a thing's year keeps to a bound; None where that cannot be told: a law that was
    amended in 2003 is older, and may be of any year before."""
    if world.right("year", one):
        return stands(bound, world.right("year", one))
    latest = year(one, world)
    if latest is None or not is_bound(bound):
        return None
    within = stands(bound, (str(latest),))
    return within if within is (bound[0] in "<≤") else None
