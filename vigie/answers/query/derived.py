"""What follows from the rows without standing in them: bounds of years, numbers told in words,
which of two things is the elder, and one thing under two of its names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, Optional

from vigie.answers.query import in_words, years
from vigie.answers.query.bounds import is_bound
from vigie.answers.query.model import UNKNOWN, Claim
from vigie.answers.query.world import World

Truth = Literal["yes", "no", "unsaid"]
COMPUTED = ("before", "same")
"""Relations of which no row is kept: they follow from dates, and from names."""


def derived(
    claim: Claim, subjects: Sequence[str], values: Sequence[str], world: World
) -> Optional[Truth]:
    """Whether a claim follows; None where it is to be looked up in the rows."""
    if claim.relation == "same":
        if not subjects or any(one.startswith(UNKNOWN) for one in (*subjects, *values)):
            return "unsaid"  # of what the document does not name it denies nothing
        return "yes" if set(subjects) == set(values) else "no"
    if claim.relation == "before":
        return _all({_before(one, other, world) for one in subjects for other in values})
    if claim.relation == "year" and any(map(is_bound, values)):
        return _all({years.keeps(one, value, world) for one in subjects for value in values})
    if claim.relation == "number" and subjects and in_words.counted(subjects[0], world):
        return _all({in_words.keeps(one, value, world) for one in subjects for value in values})
    return None


def _all(kept: Collection[Optional[bool]]) -> Truth:
    """Whether all of it is so: not, where some of it is not; unsaid where of the rest that cannot
    be told."""
    if False in kept:
        return "no"
    return "yes" if kept and None not in kept else "unsaid"


def _before(one: str, other: str, world: World) -> Optional[bool]:
    """Whether a thing is older than another; None where that cannot be told: two of one year, of
    which neither created the other, or what has no date."""
    if one == other:
        return False
    if one not in world.index or other not in world.index:
        return None
    if world.places("creates", one, other) or world.places("creates", other, one):
        return bool(world.places("creates", one, other))
    dated = world.right("year", other)
    if not dated:  # of what stands somewhere before a year, only that it is older
        later = _before(other, one, world) if world.right("year", one) else None
        return None if later is None else not later
    older, same = (years.keeps(one, f"{sign}{dated[0]}", world) for sign in "<≤")
    return None if older is False and same else older
