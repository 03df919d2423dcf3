"""Who is right on what was just told: « donc ma collègue a tort ? », « il a raison ? »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from vigie.answers.grammar import capital
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack
from vigie.answers.render.answer import answer
from vigie.answers.render.worded import worded
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.knowledge.text import SMALL

NAMED = 1
"""Words by which such a message says whom it means: « ma collègue », and no more."""


def who_is_right(question: Question, view: View) -> Optional[Reply]:
    """The last answer once more for who asks which of several people is right by it: its verdict
    with the claim that it judges; else that it is theirs to judge, as what was said is not known
    in the words of who said it. None for a message that asks something else, or calls Vigie
    itself wrong."""
    words = question.words.split()
    asked = says(closed("right_or_wrong.is"), question.words) and len(_other(words)) <= NAMED
    somebody = not closed("right_or_wrong.somebody").isdisjoint(words)
    of_vigie = not closed("right_or_wrong.of_vigie").isdisjoint(words)
    last = next(iter(stack(view.focus)), None)
    if not asked or not somebody or of_vigie or question.ids() or last is None:
        return None
    told = answer(last, view)
    if told is None or told.kind != "answer":
        return None
    claim = worded(last, view) if last.act == "verify" and not told.parts else None
    if claim is not None:
        lead = view.say("understood", question=claim, fact=capital(told.lead))
        return told.with_(lead=lead, focus=view.focus)
    return Reply(view.say("yours_to_judge"), kind="talk", focus=view.focus)


def _other(words: Sequence[str]) -> list[str]:
    """Words that are not of the question who is right itself."""
    phrases = {word for one in closed("right_or_wrong.is") for word in one.split()}
    known = phrases | closed("right_or_wrong.somebody") | closed("right_or_wrong.beside") | SMALL
    return [word for word in words if word not in known]
