"""The reading that finds as many as a message says there are: « et les deux qui restent ? » asks
for two, and no reading that finds three is meant."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.numbers import numbers
from vigie.answers.reading.rank import Reading
from vigie.answers.reading.small_words import small_words

FAR = 8.0
"""How much worse than the best the reading may be."""


def as_many_as_said(
    readings: Sequence[Reading], question: Question, world: World
) -> tuple[Reading, ...]:
    """The readings, the first list first that has as many things as are said to be left, where the
    best one has another number of them."""
    said = others_said(question.words)
    if not said or not readings or _count(readings[0].query, world) in (None, *said):
        return tuple(readings)
    for place, one in enumerate(readings):
        near = readings[0].score - one.score < FAR
        if near and _count(one.query, world) in said:
            return (one, *readings[:place], *readings[place + 1 :])
    return tuple(readings)


def others_said(words: str) -> tuple[str, ...]:
    """How many others folded words speak of: "les quatre autres", "les deux qui restent"."""
    said = words.split()
    found: list[str] = []
    for place, before in enumerate(said[:-1]):
        after = " ".join(said[place + 1 :])
        left = after in closed("remaining")
        if left or said[place + 1] in small_words().others:
            found += numbers(before)
    return tuple(found)


def _count(query: Query, world: World) -> str | None:
    """How many things a list has, in figures; None of what is no list."""
    return str(len(find(query.select, world))) if query.act == "select" and query.select else None
