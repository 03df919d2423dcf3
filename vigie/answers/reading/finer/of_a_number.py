"""A number that tells how many there are: « un des cinq comités » ranks nobody fifth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.numbers import numbers, places

RANK, OF = "rank", "of"


def of_a_number(query: Query, question: Question, world: World) -> Query:
    """`query`, a place in a list as belonging to so many where the message says "one of five" and
    no place besides."""
    if query.act != "verify" or places(question.words):
        return query
    claims = tuple(one for claim in query.claims for one in _meant(claim, question, world))
    return replace(query, claims=claims) if claims != query.claims else query


def _meant(claim: Claim, question: Question, world: World) -> Iterator[Claim]:
    """The claim; of one of so many that it belongs to what the message names, or else to what it
    belongs to, and where there are not so many, that there are."""
    groups = world.right(OF, str(claim.subject)) if claim.relation == RANK else ()
    number = str(claim.values[0])
    if not groups or not _counts(number, question.words):
        yield claim
        return
    named = tuple(one for one in question.ids() if world.kind(one) == "body")
    yield replace(claim, relation=OF, values=named[:1] or groups)
    if str(len(world.left(OF, groups[0]))) != number:
        some = Select(world.kind(str(claim.subject)), (Condition(OF, groups),))
        yield Claim("count", some, (number,))


def _counts(number: str, words: str) -> bool:
    """Whether folded words have it as how many there are: "un des cinq"."""
    said = words.split()
    led = (" ".join(said[max(0, place - 2) : place]) for place in range(len(said)))
    return any(
        before in closed("one_of_so_many") and numbers(word) == (number,)
        for before, word in zip(led, said)
    )
