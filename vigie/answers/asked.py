"""A message read as queries, where the reading is sure of itself: the answers to all its parts."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.gate import best_reading
from vigie.answers.grammar import capital
from vigie.answers.query.line import write
from vigie.answers.query.model import Query
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import DEPTH
from vigie.answers.reading.understand import Understood, understand
from vigie.answers.render.answer import answer
from vigie.answers.reply import Reply, together
from vigie.answers.view import View

SURE = 0.8
"""Confidence from which a reading answers; from the calibration in evaluation/README.md."""
FACTS = frozenset("select count describe get verify compare max min gap".split())
"""Acts that a reading answers; the others (small talk, refusals) are the gate's."""
SHORT = 4
"""Words up to which a message may rest on what was said alone."""
LEAST = 0.2
"""Confidence of the gate from which it answers one question of several."""
MOST = 3
"""Questions of one message that are answered."""


def asked(question: Question, view: View) -> Optional[Reply]:
    """The reply to a message whose every question is surely read; None otherwise."""
    if view.focus.pending:
        return None
    parts = question.parts if 1 < len(question.parts) <= MOST else (question,)
    focus = view.focus
    replies: list[Reply] = []
    read = 0
    for part in parts:
        here = View(view.tables, view.phrases, focus)
        understood = understand(part, view.world, focus)
        query = None if _leans(understood, focus) else surely(understood)
        reply = answer(query, here) if query else None
        if query is not None and reply is not None:
            read += 1
            focus = _after(query, reply, focus)
        else:
            reply = _otherwise(part, here) if len(parts) > 1 else None
            if reply is None:
                return None
        replies.append(reply)
    if not read:
        return None
    told = {(r.lead, r.items): r for r in replies}
    whole = replies[0] if len(told) == 1 else together(list(told.values()))
    if focus.queries[-1:] == view.focus.queries[-1:] and len(told) == 1:
        whole = whole.with_(lead=view.say("said_again", fact=capital(whole.lead)))
    return whole.with_(focus=focus)


def _leans(understood: Understood, focus: Focus) -> bool:
    """Whether a short message rests on what was said, and its best reading on nothing of it:
    "lesquels ?"."""
    if not focus.intent or not understood.readings or understood.evidence.length > SHORT:
        return False
    made = understood.readings[0].proposal
    return not (made.used or made.topics or made.lent or made.numbers)


def _otherwise(part: Question, view: View) -> Optional[Reply]:
    """What the gate says to one question of several: an answer that fits, or that the document
    does not have it; nothing where it would ask back."""
    reply = best_reading(part, view)
    if reply.kind == "refusal" and part.mentions:
        return reply
    return reply if reply.kind == "answer" and reply.confidence >= LEAST else None


def surely(understood: Understood) -> Optional[Query]:
    """The best reading's query, if it is sure and about facts."""
    if understood.sure < SURE or not understood.readings:
        return None
    query = understood.readings[0].query
    return query if query.act in FACTS else None


def _after(query: Query, reply: Reply, before: Focus) -> Focus:
    """What is remembered once a query was answered."""
    queries = (*before.queries, write(query))[-DEPTH:]
    return replace(reply.focus or Focus(), queries=queries, places=reply.places)
