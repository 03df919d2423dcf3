"""Who else than all who were just told: « qui d’autre ? » after two who do it leaves out both."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.operators import operators

OTHER = "other"
LISTS = ("select", "count")
MOST = 3
"""Things of an answer beside which others may be asked for."""


def than_all(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, without all that were just told of whom one is left out, where all of them are in
    the list and the message, which names none, asks for others."""
    select, told = query.select, focus.shown
    if query.act not in LISTS or select is None or len(select.excluded) != 1:
        return query
    others = OTHER in operators(question.words) and not question.mentions
    if not others or select.excluded[0] not in told or not 1 < len(told) <= MOST:
        return query
    if not set(told) <= set(find(replace(select, excluded=()), world)):
        return query
    return replace(query, select=replace(select, excluded=told))
