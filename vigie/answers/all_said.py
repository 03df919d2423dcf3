"""A statement of which no word goes beyond the document, and that is read as what the document does
not say: it means what the next reading finds there ("et ces renseignements, il les diffuse ?")."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Claim, Query
from vigie.answers.query.verdict import verify
from vigie.answers.query.world import World
from vigie.answers.reading.beyond import Beyond
from vigie.answers.reading.overreach import CLAIMS, is_unknown, without_unknown
from vigie.answers.reading.understand import NEAREST, Understood

NEAR = 3.0
"""How far below the best a reading may stand that is taken in its place: of 17 statements of eleven
authors who taught nothing it was right in 15 (evaluation/notes/statements.md)."""
GUESSED = 0.8
"""How sure such a reading is at most: its question is named."""


def as_it_holds(found: Understood, more: Beyond, world: World) -> Understood:
    """The readings of a statement, the one first that the document upholds where it says all of the
    statement (`more`) and the best reading claims what it does not say."""
    best, *rest = found.readings
    if not more.nothing or not _says_more(best.query):
        return found
    kept = without_unknown(best.query)
    if kept.claims:
        return replace(found, readings=(replace(best, query=kept), *rest), doubt=0.0)
    for place, one in enumerate(found.readings[1:NEAREST], 1):
        near = best.score - one.score < NEAR
        if near and _of_the_same(one.query, best.query) and _holds(one.query, world):
            others = (*found.readings[:place], *found.readings[place + 1 :])
            sure = min(found.sure, GUESSED)
            return replace(found, readings=(one, *others), sure=sure, doubt=0.0)
    return found


def _says_more(query: Query) -> bool:
    """Whether a query claims what the document does not say."""
    return query.act == CLAIMS and any(map(is_unknown, query.claims))


def _of_the_same(one: Query, other: Query) -> bool:
    """Whether two queries claim something of the same things, or both deny it."""
    return one.act == CLAIMS and set(map(_said_of, one.claims)) == set(map(_said_of, other.claims))


def _said_of(claim: Claim) -> tuple[object, ...]:
    return claim.subject, claim.denied, claim.only, claim.whole


def _holds(query: Query, world: World) -> bool:
    """Whether the document says what a query claims."""
    plain = not any(claim.denied for claim in query.claims)
    return plain and all(verify(claim, world).truth == "yes" for claim in query.claims)
