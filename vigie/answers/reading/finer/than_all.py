"""Who else than all who were just told: « qui d’autre ? » after two who do it leaves out both."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says

LISTS = ("select", "count")
MOST = 3
"""Things of an answer beside which others may be asked for, but where they are all there are."""


def than_all(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, without all that were just told of whom one is left out, where all of them are in
    the list and the message, which names none, asks who else: "les autres" are some of them."""
    select, told = query.select, focus.shown
    if query.act not in LISTS or select is None or len(select.excluded) != 1:
        return query
    if not says(closed("who_else"), question.words) or question.mentions:
        return query
    found = find(replace(select, excluded=()), world)
    if select.excluded[0] not in told or len(told) < 2 or not set(told) <= set(found):
        return query
    if len(told) > MOST and set(told) != set(found):
        return query
    return replace(query, select=replace(select, excluded=told))
