"""The last answer in the form that is all that a message asks for: "juste les sigles"."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.question import Focus
from vigie.answers.reading.context import stack
from vigie.answers.reading.shapes import Shape
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
    if not last or not wanted.alone or BY_LIST.isdisjoint(wanted.forms):
        return None
    told = formed(last[0], wanted.forms, view)
    if told is None and not BY_AGE.isdisjoint(wanted.forms):
        return None
    if told is None:
        return Reply(view.say("no_such_form"), kind="clarify"), view.focus
    again = told.focus or view.focus
    return told, replace(again, queries=view.focus.queries, places=told.places)
