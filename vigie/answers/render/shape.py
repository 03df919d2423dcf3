"""An answer once more, in the form that is asked for: shorter, as a list, with English names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.grammar import capital, first_sentence, listing, of, sentence, unique
from vigie.answers.query.model import Query
from vigie.answers.render.answer import answer
from vigie.answers.render.verdicts import holding
from vigie.answers.render.words import called, label
from vigie.answers.reply import Reply
from vigie.answers.view import View

HOLDS = {True: "claim_right", False: "claim_wrong", None: "claim_open"}
SHORTER = ("short", "summary")
"""What somebody asks for who wants less."""


def resaid(query: Query, form: str, view: View) -> Optional[Reply]:
    """The answer to `query` in a form; None for a form that is none of an answer."""
    reply = answer(query, view)
    if reply is None:
        return None
    if form in SHORTER:
        return _verdict(query, reply, view) if query.act == "verify" else _shorter(reply, view)
    if form == "table":
        return reply if reply.table or reply.parts else _no_table(reply, view)
    if form == "english":
        return _in_english(reply, view)
    return None


def _no_table(reply: Reply, view: View) -> Reply:
    """The answer, said to be a list: a message has no columns."""
    return reply.with_(lead=view.say("no_table", fact=sentence(capital(reply.lead))))


def _shorter(reply: Reply, view: View) -> Reply:
    """The first sentence; of a list, the names alone; of what one does, the topics alone."""
    whole = reply.parts[0] if reply.parts else reply
    shown = reply.focus.shown if reply.focus else ()
    known = [one for one in shown if one in view.index]
    if whole.items and len(known) == len(whole.items):
        names = listing([called(one, view, "bref") for one in known])
        return Reply(view.say("in_short", names=names), places=reply.places)
    if whole.items and whole.lead.endswith(":") and not whole.reason:
        return Reply(_told_of(whole, view), places=reply.places)
    return Reply(_shortened(first_sentence(whole.lead), reply, view), places=reply.places)


def _shortened(short: str, reply: Reply, view: View) -> str:
    """What is left of a reply; where that is all of it, said to be the same."""
    left = reply.items or reply.after or reply.parts
    same = short == reply.lead.strip().rstrip(".") and not left
    return view.say("said_again", fact=capital(short)) if same else short


def _told_of(reply: Reply, view: View) -> str:
    """Lines under a heading as one sentence: of an agency, what it sees to; else the lines."""
    subjects = reply.focus.subjects if reply.focus else ()
    if len(subjects) == 1 and view.kind(subjects[0]) == "agency":
        duties = view.agency(subjects[0]).duties
        topics = unique(topic for duty in duties for topic in duty.topics)
        wide = [one for one in topics if not _within(one, topics, view)]
        matters = _matters([of(label(topic, view)) for topic in wide])
        return view.say("in_short_does", agency=view.noun(subjects[0]), matters=matters)
    return f"{reply.lead} {' ; '.join(reply.items)}"


def _matters(labels: Sequence[str]) -> str:
    """Topics one after the other, apart from each other where one of them holds an "et"."""
    return " ; ".join(labels) if any(" et " in one for one in labels) else listing(labels)


def _within(topic: str, topics: Sequence[str], view: View) -> bool:
    """Whether another of the topics holds this one."""
    return any(topic in view.tables.below(other) for other in topics if other != topic)


def _verdict(query: Query, reply: Reply, view: View) -> Reply:
    """Yes or no with the fact that tells it; of several claims, whether each holds."""
    if len(query.claims) > 1:
        verdicts = listing([view.say(HOLDS[one]) for one in holding(query, view)], "puis")
        return Reply(view.say("in_turn", verdicts=verdicts), places=reply.places)
    verdict = first_sentence(reply.lead)
    fact = first_sentence(reply.lead.removeprefix(f"{verdict}."))
    short = f"{verdict}. {fact}" if fact else verdict
    return Reply(_shortened(short, reply, view), places=reply.places)


def _in_english(reply: Reply, view: View) -> Optional[Reply]:
    """The English names of what the answer was about."""
    focus = reply.focus
    named = [one for one in (focus.shown or focus.subjects) if one in view.index] if focus else []
    if not named:
        return None
    asked = Query("get", "english", subjects=tuple(named[:4]))
    told = answer(asked, view)
    return replace(told, focus=focus) if told else None
