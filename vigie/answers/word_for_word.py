"""The document's own sentences, asked for word for word: Vigie has its facts and none of its
sentences, and says so before them: « donnez-moi la phrase exacte »."""

from __future__ import annotations

from vigie.answers.grammar import capital
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack
from vigie.answers.render.answer import answer
from vigie.answers.reply import Reply
from vigie.answers.view import View

FIRST = ("injection", "safety")
"""Reasons and kinds of the replies that nothing is said before."""


def asks_word_for_word(words: str) -> bool:
    """Whether folded words ask for a passage of the document as it stands there, rather than for
    a name, for a verdict on a quotation, or for Vigie's own instructions."""
    if says(closed("word_for_word.of_else"), words):
        return False
    asks = says(closed("word_for_word.asks"), words) and says(closed("word_for_word.what"), words)
    return asks or says(closed("word_for_word.phrases"), words)


def not_word_for_word(reply: Reply, question: Question, view: View) -> Reply:
    """A reply to who asks for the document's own words: that they are not given, then the facts
    that were asked for, or else those just told, with the place where the words stand."""
    if not asks_word_for_word(question.words) or {reply.reason, reply.kind} & set(FIRST):
        return reply
    asked = bool(reply.queries) and (not reply.guessed or bool(question.ids()))
    told = reply if asked else _last(view)
    if told is None:
        return Reply(view.say("word_for_word"), kind="refusal", reason="word_for_word")
    if told.parts:
        first, *rest = told.parts
        return told.with_(parts=(_led(first, view), *rest))
    return _led(told, view)


def _led(reply: Reply, view: View) -> Reply:
    lead = f"{view.say('word_for_word')} {capital(reply.lead)}".rstrip()
    return reply.with_(lead=lead, choices=())


def _last(view: View) -> Reply | None:
    """What was told last."""
    last = stack(view.focus)[:1]
    told = answer(last[0], view) if last else None
    return told.with_(focus=view.focus) if told else None
