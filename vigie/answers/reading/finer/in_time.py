"""Things that are to be put in the order of time: « place la PITF, le SPOG et le Conseil dans
l’ordre » compares them in nothing else."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.small_words import says
from vigie.answers.reading.table import table

ACTS = ("compare", "describe")


def in_time(query: Query, question: Question) -> Query:
    """`query`, as what asks for the dates of all that it is about, where that is what is asked."""
    orders = says(table().in_time, question.words)
    if not orders or query.act not in ACTS or len(query.subjects) < 2 or query.about:
        return query
    return Query("get", "date", subjects=query.subjects)
