"""Acronyms and names, both ways and in both languages."""

from __future__ import annotations

from vigie.answers.question import Question
from vigie.answers.render import programmes
from vigie.answers.render.names import names
from vigie.answers.reply import Missing, Outcome
from vigie.answers.view import View


def expand_name(question: Question, view: View) -> Outcome:
    """All the names of what is named: acronym, French, English."""
    ids = question.ids() or view.focus.subjects[:1]
    if not ids:
        return Missing("subject")
    return names(ids[:3], view)


def hotline_info(question: Question, view: View) -> Outcome:
    """The hotline's number and hours, for somebody who asks calmly."""
    return programmes.hotline_info(view)
