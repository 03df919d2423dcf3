"""What the numbers of a message tell of its readings: « et les deux qui restent ? » asks for two,
and no reading that finds three is meant; « ses trois rapports… » does not ask whether they are."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.numbers import numbers
from vigie.answers.reading.rank import Reading

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


def not_of_a_number(readings: Sequence[Reading], question: Question) -> tuple[Reading, ...]:
    """The readings, first one that claims something else than the number of what the message only
    speaks of: "ses trois rapports sont-ils annuels ?" asks for no yes to "trois"."""
    told = _spoken_of(question.words)
    if not told or not readings or not _claims_one_of(told, readings[0].query):
        return tuple(readings)
    for place, one in enumerate(readings):
        near = readings[0].score - one.score < FAR and one.query.act == "verify"
        if near and not _claims_one_of(told, one.query):
            return (one, *readings[:place], *readings[place + 1 :])
    return tuple(readings)


def _spoken_of(words: str) -> set[str]:
    """The numbers before which a word says that they are known: "ses trois rapports"."""
    said = words.split()
    pairs = zip(said, said[1:])
    return {one for led, word in pairs if led in closed("of_known") for one in numbers(word)}


def _claims_one_of(told: set[str], query: Query) -> bool:
    counts = [one for one in query.claims if one.relation == "count"]
    return len(counts) == len(query.claims) > 0 and told.issuperset(map(str, counts[0].values))


def others_said(words: str) -> tuple[str, ...]:
    """How many others folded words speak of: "les quatre autres", "les deux qui restent"."""
    said = words.split()
    found: list[str] = []
    for place, before in enumerate(said[:-1]):
        after = " ".join(said[place + 1 :])
        left = after in closed("remaining")
        if left or said[place + 1] in closed("of_the_others"):
            found += numbers(before)
    return tuple(found)


def _count(query: Query, world: World) -> str | None:
    """How many things a list has, in figures; None of what is no list."""
    return str(len(find(query.select, world))) if query.act == "select" and query.select else None
