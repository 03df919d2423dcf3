"""Who has more than another, and what is older: "le DoJ a-t-il plus de tâches que le Trésor ?", "la
TVPA est-elle antérieure à la JvTA ?" are asked of the two."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.query.model import Query, Select
from vigie.answers.question import Question
from vigie.answers.reading.small_words import says, small_words

EXTREMES = ("max", "min")
OF_ONE = ("verify", "get", "describe")
"""Acts of queries that have lost the other of two."""
DATED = ("law", "body", "report")
TWO = 2


def measured(query: Query, question: Question) -> Query:
    """`query`, between those who are compared; a claim that some have as much, as who has most."""
    words = question.words.split()
    agencies = question.ids("agency")
    select = query.select
    if query.act in EXTREMES and select is not None and len(select.excluded) > 1:
        compares = "que" in words or "qu" in words
        if compares and not says(small_words().beside, question.words):
            among = (*select.among, *select.excluded)
            return replace(query, select=replace(select, among=among, excluded=()))
    older = _older(question) if query.act in OF_ONE else None
    if older is not None:
        return older
    as_much = len(agencies) > 1 and not small_words().as_much.isdisjoint(words)
    if as_much and query.claims and all(one.relation == "publishes" for one in query.claims):
        return Query("max", "report", select=Select("agency", among=agencies))
    return query


def _older(question: Question) -> Optional[Query]:
    """Which of two things of one sort is older, or newer, where one is said to be."""
    words = question.words.split()
    sign = next((small_words().elder[word] for word in words if word in small_words().elder), "")
    if not sign or not small_words().asking_how_many.isdisjoint(words):
        return None
    for sort in DATED:
        among = question.ids(sort)
        if len(among) == TWO and len(question.mentions) == TWO:
            return Query(sign, "year", select=Select(sort, among=among))
    return None
