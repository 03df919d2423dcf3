"""Numbers that the document tells in words ("une quinzaine"), beside whom it names: what is claimed
of them holds, or not, where both the few that it describes and all that it names say so."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.query.bounds import is_bound, stands
from vigie.answers.query.model import Claim, Select
from vigie.answers.query.world import World


def counted(body: str, world: World) -> tuple[str, ...]:
    """The members of a body that are named, where the document counts them in words."""
    members = getattr(world.index.entity(body), "members", None) if body in world.index else None
    return tuple(members.agencies) if members is not None and members.number_says else ()


def of_its_members(claim: Claim, world: World) -> Claim:
    """A claim of how many agencies are members of a body that the document counts in words, as one
    of its number: of "ils sont quinze ?" the list of eighteen names alone would say no.

    The others as they are, those of some of its members too ("onze départements").
    """
    some = claim.subject
    if claim.relation != "count" or not isinstance(some, Select) or some.among or some.excluded:
        return claim
    bodies = [one.values for one in some.conditions if one.key == "in" and not one.denied]
    if len(some.conditions) != 1 or len(bodies) != 1 or len(bodies[0]) != 1:
        return claim
    (body,) = bodies[0]
    whole = isinstance(body, str) and counted(body, world)
    return replace(claim, relation="number", subject=body) if whole else claim


def keeps(body: str, value: str, world: World) -> Optional[bool]:
    """Whether a body, whose members are counted in words, has as many as `value`, a number or a
    bound, says; None where that cannot be told."""
    named = counted(body, world)
    least = sum("yes" in world.right("described", one) for one in named)
    if not is_bound(value):
        return False if value.isdigit() and not least <= int(value) <= len(named) else None
    kept = {stands(value, [str(number)]) for number in (least, len(named))}
    return kept.pop() if len(kept) == 1 else None
