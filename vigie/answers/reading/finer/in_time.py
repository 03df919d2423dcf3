"""Things that are to be put in the order of time: « place la PITF, le SPOG et le Conseil dans
l’ordre » compares them in nothing else."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.small_words import says
from vigie.answers.reading.table import table

ACTS = ("compare", "describe")
EXTREMES = ("max", "min")
DATED = ("body", "law", "report")


def in_time(query: Query, question: Question) -> Query:
    """`query`, as what asks for the dates of all that it is about, where that is what is asked."""
    if not says(table().in_time, question.words):
        return query
    named = question.ids(*DATED) if query.act in EXTREMES and query.want == "year" else ()
    some = query.subjects if query.act in ACTS and not query.about else named
    return Query("get", "date", subjects=some) if len(some) > 1 else query
