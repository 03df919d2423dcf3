"""What is said to who reacts to an answer: takes it in, or says that another was asked."""

from __future__ import annotations

from typing import Optional

from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.context import stack
from vigie.answers.render.worded import worded
from vigie.answers.reply import Reply
from vigie.answers.view import View

SHORT = 8
"""Words up to which a message that names nothing only reacts."""


def reacted(question: Question, view: View) -> Optional[Reply]:
    """What is said to a message that tells something, where it only reacts to an answer: "ah,
    d'accord", "c'est pas ma question". None to who tells anything else."""
    words = question.words.split()
    named = question.ids() or question.topics
    if not view.focus.queries or named or len(words) > SHORT:
        return None
    if not closed("taking_in").isdisjoint(words):
        return Reply(view.say("taken_in"), kind="talk")
    objects = not closed("refusing").isdisjoint(words) and asked_another(question.words)
    return denied(question.words, view) if objects else None


def asked_another(words: str) -> bool:
    """Whether folded words say that another thing was asked: "ce n'est pas ce que je demandais"."""
    begins = tuple(closed("asking_another"))
    return any(word.startswith(begins) for word in words.split())


def denied(words: str, view: View) -> Reply:
    """That something else is meant; than what, where another thing was asked, it is said."""
    queries = stack(view.focus)
    asked = worded(queries[0], view) if queries and asked_another(words) else None
    lead = view.say("misheard", question=asked) if asked else view.say("denied")
    return Reply(lead, kind="clarify", focus=view.focus)
