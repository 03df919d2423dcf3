"""What a thing does or is, in a sentence: of an agency, what it sees to."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import first_sentence, listing, of, unique
from vigie.answers.query.model import Query
from vigie.answers.render.answer import answer
from vigie.answers.render.words import label
from vigie.answers.reply import Reply
from vigie.answers.view import View


def briefly(ident: str, view: View) -> str:
    """A sentence on it; "" where nothing is told."""
    told = answer(Query("describe", subjects=(ident,)), view)
    if told is None:
        return ""
    whole = told.items and told.lead.endswith(":") and not told.reason
    return told_of(told, view) if whole else first_sentence(told.lead)


def told_of(reply: Reply, view: View) -> str:
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
