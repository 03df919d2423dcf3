"""Who is alone to do one thing without another: « donc seul le DHS enquête sans poursuivre ? » is
untrue of those who investigate, and true of those who do not prosecute."""

from __future__ import annotations

from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.rejected import LEAST

DOES = "does"


def alone_without(query: Query, question: Question) -> Query:
    """`query`; who does the one and not the other, where it claims of somebody that they alone do
    something, and the message sets a second thing aside with "sans"."""
    claims = query.claims
    alone = [one for one in claims if one.only and one.relation == DOES and not one.denied]
    if len(alone) != 1 or closed("without").isdisjoint(question.words.split()):
        return query
    done = tuple(map(str, alone[0].values))
    gone = {str(one) for claim in claims if _is_not_done(claim, alone[0]) for one in claim.values}
    if len(claims) == 1:
        gone = {topic for topic, (_, refused) in question.roles.items() if refused >= LEAST}
    if len(gone - {*done}) != 1 or len(claims) > 1 + len(gone):
        return query
    without = Condition(DOES, tuple(gone - {*done}), denied=True)
    return Query("select", select=Select("agency", (Condition(DOES, done), without)))


def _is_not_done(claim: Claim, alone: Claim) -> bool:
    """Whether a claim says of the same one that they do not do something."""
    return claim.relation == DOES and claim.denied and claim.subject == alone.subject
