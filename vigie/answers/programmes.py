"""Named programmes and documents: what they are, and whose."""

from __future__ import annotations

from vigie.answers import wording
from vigie.answers.question import Question
from vigie.answers.render import programmes as render
from vigie.answers.reply import Missing, Outcome
from vigie.answers.reports import report_owner
from vigie.answers.view import View


def programme_owner(question: Question, view: View) -> Outcome:
    """Who runs, funds or delivers a named programme."""
    named = question.ids("programme")
    if not named:
        if question.ids("report"):
            return report_owner(question, view)
        by_topic = [p.id for p in view.knowledge.programmes if set(p.topics) & set(question.topics)]
        named = tuple(by_topic[:1])
    if (not named and wording.leans(question.words)) or "les" in question.words.split():
        named = named or tuple(s for s in view.focus.subjects if view.kind(s) == "programme")
    if not named:
        return Missing("topic")
    return render.programme_owner(named, view)
