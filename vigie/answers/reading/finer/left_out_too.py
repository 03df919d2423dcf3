"""Who is left out besides: « et si j'enlève aussi la Défense ? » of a list without the Justice."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack


def left_out_too(query: Query, question: Question, focus: Focus) -> Query:
    """`query`, without those either that the last list was asked without, where the message adds to
    them and asks for the same list."""
    select, last = query.select, next(iter(stack(focus)), None)
    before = last.select if last is not None else None
    if select is None or before is None or not select.excluded or not before.excluded:
        return query
    same = (select.sort, set(select.conditions)) == (before.sort, set(before.conditions))
    if not same or not says(closed("besides"), question.words):
        return query
    excluded = tuple(dict.fromkeys((*before.excluded, *select.excluded)))
    return replace(query, select=replace(select, excluded=excluded))
