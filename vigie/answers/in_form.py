"""The last answer in the form that is all that a message asks for: "juste les sigles"."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.question import Focus
from vigie.answers.reading.context import stack
from vigie.answers.reading.shapes import Shape
from vigie.answers.render.bounded import POINTS, bound
from vigie.answers.render.listed_as import BY_AGE, LISTED
from vigie.answers.render.shape import TABLE, formed
from vigie.answers.reply import Reply
from vigie.answers.view import View

BY_LIST = frozenset((*LISTED, TABLE))
"""Forms that are no matter of what is learned."""


def in_form(wanted: Shape, view: View) -> Optional[tuple[Reply, Focus]]:
    """The last answer in the forms that are all that a message asks for, and what is remembered of
    it; None where it asks for more, or for what is learned: "en bref", "le plus ancien ?"."""
    last = stack(view.focus)[:1]
    most = bound(wanted.forms)
    if not last or not wanted.alone or (most is None and BY_LIST.isdisjoint(wanted.forms)):
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


def _of_one(told: Reply, view: View) -> bool:
    """Whether what is told is of one thing of a list that was told before, and is none itself."""
    listed = view.focus.shown
    shown = told.focus.shown if told.focus else listed
    return not told.items and len(listed) > 1 and shown != listed
