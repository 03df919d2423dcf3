"""What a question leaves unsaid: the one thing without which its form asks nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from vigie.answers.query.form import ENTITIES, Slot, fill
from vigie.answers.query.model import FACTS, Query
from vigie.answers.query.world import World
from vigie.answers.question import OUTSIDER
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.hand import Hand
from vigie.answers.reading.lines import query_in

PAIRS = ("compare", "gap")
"""Acts that ask of two things: either may be missing, or both."""


@dataclass(frozen=True)
class Lacking:
    """A form with one thing missing, and what would do."""

    act: str
    likelihood: float
    want: str = ""
    """The attribute that is asked of it."""
    choices: tuple[tuple[str, Query], ...] = ()
    """The things that would do, each with the query that it makes; none where more is missing."""


def lacking(
    forms: Sequence[tuple[str, float]],
    evidence: Evidence,
    referents: Sequence[tuple[str, str]],
    world: World,
) -> Optional[Lacking]:
    """What the likeliest form lacks; None where it lacks nothing, or more than one thing."""
    if not forms or forms[0][0].startswith("~"):
        return None
    written, likelihood = forms[0]
    shape = query_in(written)
    if shape is None or shape.act not in FACTS:
        return None
    hand = Hand(evidence, referents)
    missing: list[Slot] = []

    def choose(slot: Slot) -> str:
        found = hand.choose(slot)
        if found is None:
            missing.append(slot)
        return slot.held if found is None else found

    partly = fill(shape, choose)
    if partly is None or not missing or missing[0].kinds[0] not in ENTITIES:
        return None
    if len(missing) > 1:
        return Lacking(shape.act, likelihood, shape.want) if shape.act in PAIRS else None
    kinds = [kind for kind in missing[0].kinds if kind not in (OUTSIDER, "context")]
    ids = [one for kind in kinds for one in world.sort(kind) if one not in hand.given]
    made = {one: fill(partly, lambda slot, one=one: one) for one in ids}  # type: ignore[misc]
    choices = tuple((one, query) for one, query in made.items() if query is not None)
    return Lacking(shape.act, likelihood, shape.want, choices)
