"""Who has more than another, or is above it: "le DoJ a-t-il plus de tâches que le Trésor ?" is
asked of the two."""

from __future__ import annotations

import re
from dataclasses import replace

from vigie.answers.query.model import EXTREMES, Query, Select
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.table import table

TWO = 2
OVER = (["chairs"], ["before"], ["same"])
"""What "le SPOG commande la PITF ?" is heard as: nothing is over anything in the document, but by
its level."""
_THAN = re.compile(r"\bqu(e|e l[ea]|e les|e l['’]|['’])\s*$")
"""What stands before the one with whom another is compared."""


def measured(query: Query, question: Question) -> Query:
    """`query`, between those who are compared; a claim that some have as much, as who has most."""
    agencies, bodies = question.ids("agency"), question.ids("body")
    select = query.select
    by_age = query.act in EXTREMES and query.want == "year"
    over = query.act == "verify" and [one.relation for one in query.claims] in OVER
    over = over and not says(closed("in_time_of_two"), question.words)
    ranked = len(bodies) == TWO and (by_age or over) and says(closed("rank"), question.words)
    if ranked and not _of_age(question):
        return Query("compare", subjects=bodies, about=("level",))
    if query.act in EXTREMES and select is not None and len(select.excluded) > 1:
        before = (question.text[: m.start].lower() for m in question.mentions)
        compares = any(_THAN.search(text) for text in before)
        if compares and not says(closed("limits.beside"), question.words):
            among = (*select.among, *select.excluded)
            return replace(query, select=replace(select, among=among, excluded=()))
    as_much = len(agencies) > 1 and says(closed("as_much"), question.words)
    if as_much and query.claims and all(one.relation == "publishes" for one in query.claims):
        return Query("max", "report", select=Select("agency", among=agencies))
    return query


def _of_age(question: Question) -> bool:
    return not table().ages.keys().isdisjoint(question.words.split())
