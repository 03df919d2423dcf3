"""A message read as queries, where the reading is sure of itself: the answers to all its parts."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers import wording
from vigie.answers.clarify import further, picked
from vigie.answers.grammar import capital
from vigie.answers.query.evaluate import find
from vigie.answers.query.line import write
from vigie.answers.query.model import FACTS, Query
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import DEPTH, stack
from vigie.answers.reading.evidence import SURE_LINK
from vigie.answers.reading.understand import SHORT, Understood, understand
from vigie.answers.render.answer import answer
from vigie.answers.render.shape import resaid
from vigie.answers.reply import Reply, together
from vigie.answers.view import View

SURE = 0.8
"""Confidence from which a reading answers: 0.65 to 0.8 passed nearly the same acceptance cases."""
SURE_AFTER = 0.6
"""The same once queries were answered: 0.5 to 0.8 pass the same cases, and on an author unseen the
best reading of a turn was right in four of five."""
SURE_BESIDE = 0.6
"""The same for a question beside one that was surely read."""
LEFT = ("unused", "unused_topic", "operator")
"""What a sure reading may not leave: a name, a sure topic, a small word that asks something."""
MOST = 3
"""Questions of one message that are answered."""


def asked(question: Question, view: View) -> Optional[Reply]:
    """The reply to a message whose every question is surely read; None otherwise."""
    if view.focus.pending and (picked(question, view.focus) or further(question, view)):
        return None
    focus = view.focus
    told_again = shaped(question, view)
    if told_again is not None:
        return told_again.with_(focus=focus)
    replies: list[Reply] = []
    queries: list[Query] = []
    if not focus.queries and not question.ids() and wording.has(question.words, "this_kind"):
        return None  # "ce groupe", and none was spoken of
    if len(question.parts) > 1 and not question.clauses:
        return None  # two ways of cutting disagree: the gate reads its parts
    for part in parts_of(question, view):
        here = View(view.tables, view.phrases, focus)
        understood = understand(part, view.world, focus)
        least = SURE_BESIDE if replies else SURE_AFTER if focus.queries else SURE
        query = None if _leans(understood, focus) else surely(understood, least)
        if query and understood.readings[0].proposal.lent and not focus.queries:
            return None  # what was spoken of is the gate's to tell where the gate spoke of it
        if query and _nobody(understood, query, view):
            return None  # the gate says that none of those does, and who does
        reply = answer(query, here) if query else None
        if query is None or reply is None:
            return None
        focus = after(query, reply, focus)
        replies.append(reply)
        queries.append(query)
    claims = tuple(claim for query in queries for claim in query.claims)
    if len(queries) > 1 and all(query.act == "verify" for query in queries):
        whole = answer(Query("verify", claims=claims), view)
        replies, queries = (
            ([whole.with_(focus=focus)], queries[:1]) if whole else (replies, queries)
        )
    dated = [query.subjects for query in queries if query.act == "get" and query.want == "date"]
    replies = [
        reply
        for reply, query in zip(replies, queries)
        if not (query.want == "origin" and query.subjects in dated)  # the date tells the law too
    ] or replies
    told = {(r.lead, r.items): r for r in replies}
    whole = replies[0] if len(told) == 1 else together(list(told.values()))
    if focus.queries[-1:] == view.focus.queries[-1:] and len(told) == 1:
        whole = whole.with_(lead=view.say("said_again", fact=capital(whole.lead)))
    return whole.with_(focus=focus)


def parts_of(question: Question, view: View) -> tuple[Question, ...]:
    """What is read of a message: the stretches that ask; where only one does, that one or the
    whole message, whichever is read with more confidence: what was told may be claimed, or say
    what is asked about."""
    if len(question.clauses) == 1:
        each = (question.clauses[0], question)
        sure = [understand(one, view.world, view.focus).sure for one in each]
        return (each[sure[1] > sure[0]],)
    return question.clauses if 1 < len(question.clauses) <= MOST else (question,)


def shaped(question: Question, view: View) -> Optional[Reply]:
    """The last answer in the form that is asked for ("résume", "en anglais"); None where no form
    is asked for, or nothing was answered."""
    queries = stack(view.focus)
    if not queries:
        return None
    understood = understand(question, view.world, view.focus)
    if understood.sure < SURE_AFTER or not understood.readings:
        return None
    best = understood.readings[0].query
    return resaid(queries[0], best.want, view) if best.act == "meta" else None


def _nobody(understood: Understood, query: Query, view: View) -> bool:
    """Whether a list is narrowed until nothing is left of it."""
    narrowed = understood.readings[0].proposal.kind == "narrow"
    return narrowed and query.select is not None and not find(query.select, view.world)


def _leans(understood: Understood, focus: Focus) -> bool:
    """Whether a short message rests on what was said, and its best reading on nothing of it:
    "lesquels ?"."""
    if not focus.intent or not understood.readings or understood.evidence.length > SHORT:
        return False
    made = understood.readings[0].proposal
    return not (made.used or made.topics or made.lent or made.numbers)


def surely(understood: Understood, least: float = SURE) -> Optional[Query]:
    """The best reading's query, if it is sure and about facts."""
    if understood.sure < least or not understood.readings:
        return None
    best = understood.readings[0]
    if best.query.act not in FACTS or any(best.features[left] for left in LEFT):
        return None
    things = understood.evidence.things
    if any(things[place].score < SURE_LINK for place in best.proposal.used):
        return None  # "ce groupe" may be any
    return best.query


def after(query: Query, reply: Reply, before: Focus) -> Focus:
    """What is remembered once a query was answered."""
    queries = (*before.queries, write(query))[-DEPTH:]
    found = reply.focus or Focus()
    if len(found.shown) < 2 and set(found.subjects) & set(before.shown):
        found = replace(found, shown=before.shown)  # "et le dernier ?" is still of that list
    return replace(found, queries=queries, places=reply.places)
