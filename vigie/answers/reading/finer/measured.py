"""Who has more than another: "le DoJ a-t-il plus de tâches que le Trésor ?" is asked of the two."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query, Select
from vigie.answers.question import Question
from vigie.answers.reading.table import table

EXTREMES = ("max", "min")


def measured(query: Query, question: Question) -> Query:
    """`query`, between those who are compared; a claim that some have as much, as who has most."""
    words = question.words.split()
    agencies = question.ids("agency")
    select = query.select
    if query.act in EXTREMES and select is not None and len(select.excluded) > 1:
        compares = "que" in words or "qu" in words
        if compares and not _says(table().beside, question):
            among = (*select.among, *select.excluded)
            return replace(query, select=replace(select, among=among, excluded=()))
    as_much = len(agencies) > 1 and not table().as_much.isdisjoint(words)
    if as_much and query.claims and all(one.relation == "publishes" for one in query.claims):
        return Query("max", "report", select=Select("agency", among=agencies))
    return query


def _says(phrases: frozenset[str], question: Question) -> bool:
    words = f" {question.words} "
    return any(f" {one} " in words for one in phrases)
