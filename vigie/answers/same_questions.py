"""The questions just asked of one thing, all of them, asked of another: « et le SPOG, mêmes
questions »."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Optional

from vigie.answers.decide import Decision, after
from vigie.answers.query.model import Query, arguments
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.all_of_them import asked_of
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack
from vigie.answers.render.answer import answer
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.answers.whole import together
from vigie.knowledge.text import fold


def same_questions(question: Question, view: View) -> Optional[tuple[Reply, Focus]]:
    """The answers to what was asked last of one thing, of the thing of its kind that the message
    names, and what is remembered of them; None for a message that asks anything else, or where
    less than two questions were asked of one thing."""
    named, left = question.ids(), set(fold(question.text_less(question.mentions)).split())
    asks = says(closed("same_questions.asks"), question.words)
    if len(named) != 1 or not asks or not left <= closed("same_questions.around"):
        return None
    queries = list(_asked_of(named[0], view))
    if len(queries) < 2:
        return None
    told, focus = [], view.focus
    for query in queries:
        reply = answer(query, View(view.tables, view.phrases, focus))
        if reply is None:
            return None
        told.append(Decision(reply, query))
        focus = after(query, reply, focus)
    return together(told, view).with_(queries=tuple(map(write, queries))), focus


def _asked_of(one: str, view: View) -> Iterator[Query]:
    """What was asked last of a thing of the same kind, asked of this one, in the same order."""
    asked = stack(view.focus)
    before = next((was for was in map(_about, asked[:1]) if was in view.index), None)
    if before is None or before == one or view.kind(before) != view.kind(one):
        return
    for query in reversed(list(takewhile(lambda each: _about(each) == before, asked))):
        again = asked_of((one,), before, query)
        if again is None:
            return
        yield again


def _about(query: Query) -> str:
    """The one thing that a query is about; "" where it is about none, or several."""
    subjects = query.subjects or tuple(arguments(query))
    return str(subjects[0]) if len(subjects) == 1 else ""
