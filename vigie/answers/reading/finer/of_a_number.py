"""What a number that stands beside a claim is of: « un des cinq comités » ranks nobody fifth, and
« il y a deux rapports annuels » tells no rhythm."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.query.model import Claim, Query
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says

RANK, RHYTHM = "rank", "freq"


def of_a_number(query: Query, question: Question, world: World) -> Query:
    """`query`, its places in a list as belonging there where the message says "one of so many", and
    without rhythms of so many times where it says no such thing."""
    if query.act != "verify":
        return query
    claims = tuple(filter(None, (_meant(one, question, world) for one in query.claims)))
    return replace(query, claims=claims) if claims and claims != query.claims else query


def _meant(claim: Claim, question: Question, world: World) -> Optional[Claim]:
    """The claim, what it means instead, or None where its number is of something else."""
    numbered = len(claim.values) == 1 and str(claim.values[0]).isdigit()
    if not numbered or not isinstance(claim.subject, str):
        return claim
    if claim.relation == RANK and says(closed("one_of_so_many"), question.words):
        of = world.right("of", claim.subject)
        return replace(claim, relation="of", values=of) if of else claim
    if claim.relation == RHYTHM and not says(closed("so_many_times"), question.words):
        return None
    return claim
