"""What is asked of the dates that were just told: « et la plus récente ? » is one of them, and
« entre 2003 et 2016 » all that lie between."""

from __future__ import annotations

import re
from dataclasses import replace

from vigie.answers.query.model import Condition, Query, Select
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import stack

EVENT, YEAR = "event", "year"
EXTREMES = ("max", "min")
_BETWEEN = re.compile(r"\b(?:entre|de|depuis) (\d{4}) (?:et|a|jusqu a|jusqu en) (\d{4})\b")


def of_the_dates(query: Query, question: Question, focus: Focus) -> Query:
    """`query`, of the dates just told, or of those between two years."""
    select = query.select
    if select is None:
        return query
    last = next(iter(stack(focus)), Query(""))
    told = last.select is not None and last.select.sort == EVENT
    if told and query.act in EXTREMES and query.want == YEAR and not question.mentions:
        return replace(query, select=Select(EVENT))
    between = _BETWEEN.search(question.words)
    if select.sort != EVENT or between is None:
        return query
    bounds = (Condition(YEAR, (f"{sign}{year}",)) for sign, year in zip("≥≤", between.groups()))
    others = tuple(one for one in select.conditions if one.key != YEAR)
    return replace(query, select=replace(select, conditions=(*others, *bounds)))
