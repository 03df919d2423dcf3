"""A claim of a fact, or one that goes a word beyond it: "le DHS permet aux victimes de rester ?",
"le DHS contraint les victimes à rester ?".

Names, topics and form are the same of both, so what the light readers see does not tell them
apart; the heavier reader has the words. It alone settles which of the two is meant, and how sure
that is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.query.model import UNKNOWN, Claim, Query
from vigie.answers.reading.rank import Reading
from vigie.answers.reading.weights import COUNTS

CLAIMS = "verify"
OF_ITSELF = "is"
"""Relation of what something is said to be, in words that nothing is compared with."""
NOT_GIVEN = "other"
"""Attribute of all that the document does not give and that has no word of its own."""


def is_unknown(claim: Claim) -> bool:
    """Whether a claim is of what the document does not tell: of no topic, or of what something is
    said to be."""
    return UNKNOWN in claim.values or claim.relation == OF_ITSELF


def without_unknown(query: Query) -> Query:
    """A query with those of its claims of which the document tells."""
    return replace(query, claims=tuple(one for one in query.claims if not is_unknown(one)))


def overreaches(one: Query, fact: Query) -> bool:
    """Whether a query claims, or asks, of what another claims something of, what the document does
    not give."""
    about = [claim.subject for claim in fact.claims]
    if one.act == "get":
        return one.want == NOT_GIVEN and any(subject in about for subject in one.subjects)
    claims = one.claims if one.act == CLAIMS else ()
    return any(claim.subject in about and is_unknown(claim) for claim in claims)


def settled(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, the best first, where the best claims a fact: what goes beyond it stands first
    where the heavier reader finds that likelier, all else being held to be alike."""
    best = readings[0] if readings else None
    if best is None or best.told is None or not _claims_one(best.query):
        return list(readings)
    rivals = [(one.told, one) for one in readings if one.told is not None]
    told, first = max(
        (pair for pair in rivals if overreaches(pair[1].query, best.query)),
        key=lambda pair: pair[0],
        default=(best.told, best),
    )
    if told <= best.told:
        return list(readings)
    raised = replace(first, score=best.score + COUNTS * (told - best.told))
    return [raised, *(one for one in readings if one is not first)]


def doubt(readings: Sequence[Reading]) -> float:
    """How likely the heavier reader finds it that a claim of the best reading goes beyond what the
    document says, from 0 to 1; 0 where it was not asked, or the best claims nothing."""
    best = readings[0] if readings else None
    if best is None or best.query.act != CLAIMS:
        return 0.0
    told = [(one.query, math.exp(one.told)) for one in readings if one.told is not None]
    beyond = sum(share for query, share in told if overreaches(query, best.query))
    return beyond / (sum(share for _, share in told) or 1.0)


def _claims_one(query: Query) -> bool:
    return query.act == CLAIMS and len(query.claims) == 1
