"""Who somebody is: « c’est qui, l’USAID ? » asks what she is, and for no person at her head."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says


def who_it_is(query: Query, question: Question) -> Query:
    """`query`; the description of whom it asks a person of, where the message asks who that is and
    says nothing of a head, a name or people."""
    named = set(query.subjects) <= {*question.ids()}
    person = query.act == "get" and query.want == "person"
    if not (person and named) or not says(closed("who_is"), question.words):
        return query
    if not closed("at_the_head").isdisjoint(question.words.split()):
        return query
    return Query("describe", subjects=query.subjects)
