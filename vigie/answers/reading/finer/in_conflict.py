"""Whether what was told holds together: "c'est contradictoire ?" claims no fact, though it may be
read as the last one claimed once more, and "oui" would be heard as one to the contradiction."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.numbers import numbers

DOUBT = Query("meta", "doubt")
BOTH = "2"
"""A number that is of what was told: "vos deux réponses"."""


def in_conflict(query: Query, question: Question, focus: Focus) -> Query:
    """`query`; a doubt of what was told, where a claim is read in a message that names nothing but
    a contradiction."""
    words = question.words
    doubts = not closed("contradicting").isdisjoint(words.split())
    if query.act != "verify" or not doubts or not focus.queries:
        return query
    told = question.mentions or question.topics or {*numbers(words)} - {BOTH}
    return query if told else DOUBT
