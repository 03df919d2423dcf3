"""What tells of the traffic itself: « quels rapports en parlent ? » is of no topic where none was
spoken of, and so of all that the document cites."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says

ABOUT = ("about", "does")
"""What a list may be asked for by a topic."""
REPORT = "report"
LIKELY = 0.5
"""Score of a topic from which a message speaks of it itself."""


def of_all_of_it(query: Query, question: Question, focus: Focus) -> Query:
    """A list without the topic that a pronoun alone stands for, where nothing was spoken of and the
    message hardly says the topic."""
    spoken = focus.topics or focus.subjects or focus.queries or question.ids()
    select = query.select
    if select is None or select.sort != REPORT or spoken:
        return query
    if not says(closed("by_a_pronoun"), question.words):
        return query
    conditions = tuple(
        one
        for one in select.conditions
        if one.key not in ABOUT or any(question.scores.get(str(v), 0) >= LIKELY for v in one.values)
    )
    return replace(query, select=replace(select, conditions=conditions))
