"""What is asked of the dates that were just told: « et la plus récente ? » is one of them, and
« entre 2003 et 2016 » all that lie between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.query.model import EXTREMES, Condition, Query, Select
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.context import stack
from vigie.answers.reading.numbers import is_year

EVENT, YEAR = "event", "year"


def of_the_dates(query: Query, question: Question, focus: Focus) -> Query:
    """`query`, of the dates just told, or of those between two years."""
    select = query.select
    if select is None:
        return query
    last = next(iter(stack(focus)), Query(""))
    told = last.select is not None and last.select.sort == EVENT
    if told and query.act in EXTREMES and query.want == YEAR and not question.mentions:
        return replace(query, select=Select(EVENT))
    ends = _span(question.words.split())
    if select.sort != EVENT or not ends:
        return query
    bounds = (Condition(YEAR, (f"{sign}{year}",)) for sign, year in zip("≥≤", ends))
    others = tuple(one for one in select.conditions if one.key != YEAR)
    return replace(query, select=replace(select, conditions=(*others, *bounds)))


def _span(words: Sequence[str]) -> tuple[str, ...]:
    """The two years between which folded words ask; nothing where they ask for both alone."""
    years = [place for place, word in enumerate(words) if is_year(word)]
    for first, last in zip(years, years[1:]):
        starts = words[first - 1] in closed("from_year") if first else False
        if starts and " ".join(words[first + 1 : last]) in closed("to_year"):
            return words[first], words[last]
    return ()
