"""What a form takes: how many topics and things, of which kinds, and what is set aside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from vigie.answers.query.form import ENTITIES, SLOT, Slot, fill
from vigie.answers.query.model import Query

SHAPES = 4096
"""Forms that are remembered: the corpus has some hundreds."""


@dataclass(frozen=True)
class Taken:
    """What the slots of a form are for."""

    topics: int
    things: int
    """How many of them take something that has a name."""
    kinds: frozenset[str]
    """Of all that fits one of them."""
    aside: bool
    """Whether there is a place for what is set aside."""


@lru_cache(maxsize=SHAPES)
def taken(shape: Query) -> Taken:
    """What a form takes."""
    slots: list[Slot] = []

    def note(slot: Slot) -> str:
        slots.append(slot)
        return SLOT

    fill(shape, note)
    return Taken(
        topics=sum(slot.kinds[0] == "topic" for slot in slots),
        things=sum(slot.kinds[0] in ENTITIES for slot in slots),
        kinds=frozenset(kind for slot in slots for kind in slot.kinds),
        aside=any(slot.aside for slot in slots),
    )
