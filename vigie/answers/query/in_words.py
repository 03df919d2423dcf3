"""Numbers that the document tells in words ("une quinzaine"), beside whom it names: what is claimed
of them holds, or not, where both the few that it describes and all that it names say so."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.bounds import is_bound, stands
from vigie.answers.query.world import World


def keeps(body: str, value: str, world: World) -> Optional[bool]:
    """Whether a body has as many members as `value`, a number or a bound, says; None where that
    cannot be told, or its members are not counted in words."""
    members = getattr(world.index.entity(body), "members", None) if body in world.index else None
    if members is None or not members.number_says:
        return None
    described = [one for one in members.agencies if "yes" in world.right("described", one)]
    least, most = len(described), len(members.agencies)
    if not is_bound(value):
        return False if value.isdigit() and not least <= int(value) <= most else None
    kept = {stands(value, [str(number)]) for number in (least, most)}
    return kept.pop() if len(kept) == 1 else None
