"""Who is said to act nowhere but at home: « il ne travaille qu'aux États-Unis » is no claim that
all that it does is abroad."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says

ABROAD = "abroad"


def at_home(query: Query, question: Question) -> Query:
    """`query`, asking what is done abroad where the message says of somebody that they act in the
    United States alone and the claim is read of what is done elsewhere."""
    if query.act != "verify" or len(query.claims) != 1:
        return query
    (claim,) = query.claims
    of_it = claim.relation == "does" and claim.values == (ABROAD,) and (claim.whole or claim.only)
    if not of_it or claim.denied or says(closed("only_at_home.not_only"), question.words):
        return query
    if not says(closed("only_at_home.says"), question.words):
        return query
    return Query("describe", subjects=(claim.subject,), about=(ABROAD,))
