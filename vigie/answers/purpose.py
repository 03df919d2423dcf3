"""What a thing is for: the document says of none of its reports what they serve for, and that one
is published is no answer to it; nor is for whom a programme is."""

from __future__ import annotations

from vigie.answers.grammar import capital, sentence
from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.render.portrait import is_known
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.knowledge.model.measures import Programme, Report
from vigie.knowledge.text import fold

REASON = "why"
"""What such a reply does not give."""


def gives_none(one: str, view: View) -> bool:
    """Whether the document does not tell what a thing is for."""
    entity = view.entity(one)
    if isinstance(entity, Programme):
        return fold(entity.about.says).split()[0] not in closed("serving")
    return isinstance(entity, Report)


def of_its_purpose(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """A description of such a thing; where the message asks what it is for, that the document does
    not say, then what it does say, unless that was told before."""
    one = query.subjects[0] if query.act == "describe" and len(query.subjects) == 1 else None
    if not isinstance(one, str) or one not in view.index or not gives_none(one, view):
        return reply
    if not says(closed("purpose"), question.words) or reply.items:
        return reply
    noun = view.noun(one)
    what = format(noun, "titre" if view.kind(one) == "report" else "le")
    lead = view.say("no_purpose", what=what, serves="servent" if noun.is_plural else "sert")
    told = "" if is_known(one, view) else capital(sentence(reply.lead))
    return reply.with_(lead=lead, after=f"{told} {reply.after}".strip(), reason=REASON)
