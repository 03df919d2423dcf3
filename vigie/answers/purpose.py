"""What a text is for: the document says of none of its reports what they serve for, and that one
is published is no answer to it."""

from __future__ import annotations

from vigie.answers.grammar import capital, sentence
from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.render.portrait import is_known
from vigie.answers.reply import Reply
from vigie.answers.view import View

OF = ("report",)
"""Kinds of things of which the document gives no purpose."""


def of_its_purpose(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """A description of a report; where the message asks what that is for, that the document does
    not say, then what it does say, unless that was told before."""
    one = query.subjects[0] if query.act == "describe" and len(query.subjects) == 1 else None
    if not isinstance(one, str) or one not in view.index or view.kind(one) not in OF:
        return reply
    if not says(closed("purpose"), question.words) or reply.items:
        return reply
    noun = view.noun(one)
    lead = view.say("no_purpose", noun=noun, serves="servent" if noun.is_plural else "sert")
    told = "" if is_known(one, view) else capital(sentence(reply.lead))
    return reply.with_(lead=lead, after=f"{told} {reply.after}".strip())
