"""Some of a list, named and nothing more: « le Trésor et l’Intérieur ? » after the list of all
departments asks what these are; that they belong to it was just told."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.query.normal import listed
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.context import stack
from vigie.knowledge.text import fold

FEWEST, MOST = 2, 4
"""Names: a single one mostly takes the place of another."""


def of_the_names(query: Query, question: Question, focus: Focus) -> Query:
    """`query`; the description of those that the message names, where it says nothing else and the
    last list showed them all."""
    named = tuple(dict.fromkeys(one.ids[0] for one in question.mentions if len(one.ids) == 1))
    last = next(iter(stack(focus)), None)
    if last is None or listed(last) is None or not FEWEST <= len(named) <= MOST:
        return query
    around = fold(question.text_less(question.mentions)).split()
    if not set(named) <= {*focus.shown} or not closed("around_names").issuperset(around):
        return query
    return Query("describe", subjects=named)
