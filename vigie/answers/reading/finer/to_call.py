"""Whom to call in danger: « qui appeler en cas de danger immédiat ? » asks for the numbers, not for
who sees to the line."""

from __future__ import annotations

from vigie.answers.query.model import Query, arguments
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says


def to_call(query: Query, question: Question, world: World) -> Query:
    """`query`; how to reach the line, where it asks who sees to it and the message is of danger."""
    line = world.index.knowledge.safety.programme
    of_the_line = query.act == "select" and line in arguments(query)
    if of_the_line and says(closed("danger"), question.words):
        return Query("get", "contact", subjects=(line,))
    return query
