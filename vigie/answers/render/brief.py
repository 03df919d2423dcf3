"""An answer in a sentence; of an agency, what it sees to."""

from __future__ import annotations

from vigie.answers.grammar import listing
from vigie.answers.query.model import Query
from vigie.answers.render.answer import answer
from vigie.answers.render.in_brief import sees_to
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.sentences import first_sentence
from vigie.answers.view import View


def briefly(ident: str, view: View) -> str:
    """A sentence on it; "" where nothing is told."""
    told = answer(Query("describe", subjects=(ident,)), view)
    if told is None:
        return ""
    return told_of(told, view) if _heads(told) else first_sentence(told.lead)


def shorter(reply: Reply, view: View) -> Reply:
    """The first sentence; of a list, the names alone; of what one does, the topics alone."""
    whole = reply.parts[0] if reply.parts else reply
    shown = reply.focus.shown if reply.focus else ()
    known = [one for one in shown if one in view.index]
    if whole.items and len(known) == len(whole.items):
        names = listing([called(one, view, "bref") for one in known])
        return Reply(view.say("in_short", names=names), places=reply.places)
    if _heads(whole):
        said = view.say("in_short", names=told_of(whole, view))
        return Reply(said, places=reply.places)
    return Reply(first_sentence(whole.lead), places=reply.places)


def _heads(reply: Reply) -> bool:
    """Whether it is a heading with lines under it, and no refusal."""
    return bool(reply.items) and reply.lead.endswith(":") and not reply.reason


def of_what_one_does(reply: Reply, view: View) -> bool:
    """Whether it is lines on what an agency does, under a heading."""
    subjects = reply.focus.subjects if reply.focus else ()
    return _heads(reply) and len(subjects) == 1 and view.kind(subjects[0]) == "agency"


def told_of(reply: Reply, view: View) -> str:
    """Lines under a heading as one sentence: of an agency, what it sees to; else the lines."""
    subjects = reply.focus.subjects if reply.focus else ()
    if len(subjects) == 1 and view.kind(subjects[0]) == "agency":
        return sees_to(subjects[0], view)
    return f"{reply.lead} {' ; '.join(reply.items)}"
