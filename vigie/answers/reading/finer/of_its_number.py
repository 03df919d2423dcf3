"""Of when a number is: "ce chiffre de onze, il date de quand ?" asks neither when those who are
counted came to be nor what they did."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says

NOT_OF_IT = ("date", "results", "term", "launch")
"""Attributes that such a message is heard as asking for."""


def of_its_number(query: Query, question: Question, world: World) -> Query:
    """`query`; what is asked of a body's number as that number, which is told with its date."""
    one = query.subjects[0] if len(query.subjects) == 1 else None
    of_a_body = isinstance(one, str) and one in world.index and world.kind(one) == "body"
    if query.act != "get" or query.want not in NOT_OF_IT or not of_a_body:
        return query
    words = question.words
    if not says(closed("its_number"), words) or says(closed("its_number_not"), words):
        return query
    return Query("get", "number", subjects=query.subjects)
