"""The last answer in the form that is all that a message asks for: "juste les sigles"; or what it
names, where it names something beside: "en une phrase, le DHS"."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.query.model import Query
from vigie.answers.question import Focus, Question
from vigie.answers.reading.beside_courtesy import of_another_sort
from vigie.answers.reading.context import stack
from vigie.answers.reading.shapes import Shape
from vigie.answers.render.bounded import POINTS, bound
from vigie.answers.render.listed_as import BY_AGE, LISTED
from vigie.answers.render.only import ONLY
from vigie.answers.render.shape import TABLE, formed
from vigie.answers.reply import Reply
from vigie.answers.view import View

SHORT = "short"
BY_LIST = frozenset((*LISTED, TABLE, *ONLY))
"""Forms that are no matter of what is learned."""


def in_form(wanted: Shape, words: str, view: View) -> Optional[tuple[Reply, Focus]]:
    """The last answer in the forms that are all that a message asks for, and what is remembered of
    it; None where its folded words ask for more, for another sort of things, or for what is
    learned: "en bref", "le plus ancien ?"."""
    last = stack(view.focus)[:1]
    most = bound(wanted.forms)
    if not last or not wanted.alone or (most is None and BY_LIST.isdisjoint(wanted.forms)):
        return None
    if of_another_sort(words, view.focus, view.world):
        return None
    told = formed(last[0], wanted.forms, view)
    if most and most.unit == POINTS and told and _of_one(told, view):
        return None  # "juste les 3 premiers" is of the list that was told before
    if told is None and not BY_AGE.isdisjoint(wanted.forms):
        return None
    if told is None:
        return Reply(view.say("no_such_form"), kind="clarify"), view.focus
    again = told.focus or view.focus
    return told, replace(again, queries=view.focus.queries, places=told.places)


def of_the_named(question: Question, wanted: Shape, view: View) -> Optional[tuple[Reply, Query]]:
    """What is told, in a form that a message asks for, of the one thing that it names and asks
    nothing else of, with its query: "en une phrase, le DHS". None where it names none, or more."""
    named = question.ids()
    if len(named) != 1 or named[0] not in view.index:
        return None
    query = Query("describe", subjects=named)
    told = formed(query, wanted.forms or (SHORT,), view, again=False)
    return (told, query) if told else None


def _of_one(told: Reply, view: View) -> bool:
    """Whether what is told is of one thing of a list that was told before, and is none itself."""
    listed = view.focus.shown
    shown = told.focus.shown if told.focus else listed
    return not told.items and len(listed) > 1 and shown != listed
