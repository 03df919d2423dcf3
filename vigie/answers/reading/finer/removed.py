"""Who is taken out of a list by what they are: « enlevez ceux qui sont seulement cités » asks for
the others, and a form hears the same words as those that are."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Condition, Query
from vigie.answers.query.normal import listed
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.context import stack

NEAR = 4
"""Words after "enlevez" among which "ceux" stands."""
LISTS = ("select", "count")


def removed(query: Query, question: Question, focus: Focus) -> Query:
    """`query`; the last list without those whom the message takes out of it, where it reads as the
    last list of those alone."""
    before = next(map(listed, stack(focus)), None)
    if query.act not in LISTS or query.select is None or before is None:
        return query
    known = before.conditions
    added = [one for one in query.select.conditions if one not in known]
    narrows = set(known) < set(query.select.conditions) and before.sort == query.select.sort
    if not narrows or any(one.denied for one in added) or not _takes_out(question.words):
        return query
    without = (
        replace(one, denied=True) if one in added else one for one in query.select.conditions
    )
    return replace(query, select=replace(query.select, conditions=tuple(map(_plain, without))))


def _plain(one: Condition) -> Condition:
    """A condition; "not without a description" as with one."""
    if one.key == "described" and one.denied:
        told = "yes" if one.values == ("no",) else "no"
        return Condition("described", (told,))
    return one


def _takes_out(words: str) -> bool:
    said = words.split()
    return any(
        word in closed("taking_out") and not closed("those").isdisjoint(said[place + 1 :][:NEAR])
        for place, word in enumerate(said)
    )
