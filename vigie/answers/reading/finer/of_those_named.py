"""Which of several that were only named: « le DHS, le DoJ et l'EEOC enquêtent. Lesquels publient un
rapport ? » is not asked of all who publish one."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query
from vigie.answers.query.normal import listed
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack

TWO, MOST = 2, 8
"""Things of which some may be asked for."""


def of_those_named(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """A list, among the things just named, where the message asks which of them. As it is where it
    names some itself, and after a list, which is asked further by what it was of."""
    select, some = query.select, focus.shown
    if query.act not in ("select", "count") or select is None or select.among or question.ids():
        return query
    if not says(closed("which_of_them"), question.words) or not TWO <= len(some) <= MOST:
        return query
    last = next(map(listed, stack(focus)), None)
    from_a_list = last is not None and set(find(last, world)) == set(some)
    if from_a_list or any(one not in world.sort(select.sort) for one in some):
        return query
    return replace(query, select=replace(select, among=some))
