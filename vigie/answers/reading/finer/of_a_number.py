"""What a number that stands beside a claim is of: « un des cinq comités » ranks nobody fifth, and
« il y a deux rapports annuels » tells no rhythm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.numbers import numbers

RANK, RHYTHM, OF = "rank", "freq", "of"


def of_a_number(query: Query, question: Question, world: World) -> Query:
    """`query`, its place in a list as belonging to so many where the message says "one of five",
    and without a rhythm of so many times where it tells of none."""
    if query.act != "verify":
        return query
    claims = tuple(one for claim in query.claims for one in _meant(claim, question, world))
    return replace(query, claims=claims) if claims and claims != query.claims else query


def _meant(claim: Claim, question: Question, world: World) -> Iterator[Claim]:
    """The claim or what it means instead; nothing where its number is of something else."""
    number = str(claim.values[0]) if len(claim.values) == 1 else ""
    if not number.isdigit() or not isinstance(claim.subject, str):
        yield claim
    elif claim.relation == RANK and _counts(number, question.words):
        yield from _belongs(claim, number, question, world)
    elif claim.relation != RHYTHM or says(closed("so_many_times"), question.words):
        yield claim


def _counts(number: str, words: str) -> bool:
    """Whether folded words have it as how many there are: "un des cinq"."""
    said = words.split()
    led = (" ".join(said[max(0, place - 2) : place]) for place in range(len(said)))
    return any(
        before in closed("one_of_so_many") and numbers(word) == (number,)
        for before, word in zip(led, said)
    )


def _belongs(claim: Claim, number: str, question: Question, world: World) -> Iterator[Claim]:
    """That it belongs to what the message names, or else to what it belongs to; and that there are
    so many, where there are not."""
    groups = world.right(OF, str(claim.subject))
    named = tuple(one for one in question.ids() if world.kind(one) == "body")
    of = named[:1] or groups
    if not groups:
        yield claim
        return
    yield replace(claim, relation=OF, values=of)
    if str(len(world.left(OF, groups[0]))) != number:
        some = Select(world.kind(str(claim.subject)), (Condition(OF, groups),))
        yield Claim("count", some, (number,))
