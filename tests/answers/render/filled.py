"""Queries made of the forms of the corpus: each slot filled with the first things that fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from tests.answers.forms import FORMS
from tests.answers.made import tables, view
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.form import NUMERAL, Slot, fill
from vigie.answers.query.line import read
from vigie.answers.query.model import FACTS, Query

FEW = 3
"""Ways in which a form is filled."""
NUMBERS = ("2003", "11", "3")


def filled(ways: int = FEW) -> Iterator[Query]:
    """Every form about facts, filled in a few ways, where something fits and is found."""
    seen: set[Query] = set()
    for form in FORMS:
        shape = read(form) if not form.startswith("~") else Query("told")
        for way in range(ways if shape.act in FACTS else 0):
            query = _filled(shape, way)
            if query is not None and query not in seen and _stands(query):
                seen.add(query)
                yield query


def _filled(shape: Query, way: int) -> Optional[Query]:
    used: set[str] = set()

    def choose(slot: Slot) -> Optional[str]:
        for one in _fitting(slot)[way:]:
            if one not in used:
                used.add(one)
                return one
        return None

    return fill(shape, choose)


def _fitting(slot: Slot) -> tuple[str, ...]:
    if slot.kinds[0] == NUMERAL:
        return NUMBERS
    if slot.kinds[0] == "topic":
        return tuple(topic.id for topic in tables().knowledge.topics[4:])
    world = view().world
    return tuple(
        one
        for place in range(9)
        for kind in slot.kinds
        for one in world.sort(kind)[place : place + 1]
    )


def _stands(query: Query) -> bool:
    """Whether what its subjects stand for is found."""
    return not query.subjects or len(resolve(query.subjects, view().world)) >= len(query.subjects)
