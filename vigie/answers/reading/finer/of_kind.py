"""Departments that are named and not denied: after what is none, « combien de départements ? »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.query.model import Condition, Query
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.context import stack
from vigie.answers.reading.table import table

NEAR = 4
"""Words before a noun among which what denies it stands."""


def of_kind(query: Query, question: Question, focus: Focus) -> Query:
    """`query`, of what the message names instead of what is not that, where the denial is that of
    the last query, or of another verb: "qui ne forme pas parmi les départements ?"."""
    select = query.select
    if select is None or select.sort != "agency":
        return query
    last = next(iter(stack(focus)), None)
    before = last.select.conditions if last is not None and last.select else ()
    apart = not closed("denied_kind.not_before").isdisjoint(question.words.split())
    if not apart and not any(one.key == "kind" and one.denied for one in before):
        return query
    conditions = tuple(_named(one, question.words.split()) for one in select.conditions)
    if conditions == select.conditions:
        return query
    return replace(query, select=replace(select, conditions=conditions, excluded=()))


def _named(one: Condition, words: Sequence[str]) -> Condition:
    if one.key != "kind" or not one.denied or len(one.values) != 1:
        return one
    nouns = table().kinds.get(str(one.values[0]), frozenset())
    places = [n for n, word in enumerate(words) if word.rstrip("s") in nouns]
    if not places or any(_denied(words, place) for place in places):
        return one
    return replace(one, denied=False)


def _denied(words: Sequence[str], place: int) -> bool:
    """Whether a noun is denied: "pas des départements", but not "ne forme pas parmi les…"."""
    before = list(words[max(0, place - NEAR) : place])
    for mark in closed("denied_kind.not_before"):
        if mark in before:
            before = before[before.index(mark) :]
    return not closed("denied_kind.by").isdisjoint(before)
