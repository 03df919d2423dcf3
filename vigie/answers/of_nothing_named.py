"""That the document does not give something, of nothing in particular: a message that names no
thing may well be of another than the last that was spoken of."""

from __future__ import annotations

from vigie.answers.matter import OPEN_ENDED
from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.context import spoken_of
from vigie.answers.reading.evidence import SURE_TOPIC
from vigie.answers.reply import Reply
from vigie.answers.view import View


def of_nothing_named(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """That the document does not give it, without "à propos du DoL" and what that is, which was
    told just before: "c'est dans quel pays, ces biens-là ?". As it is where that is named."""
    unsaid = query.act == "get" and query.want == reply.reason == OPEN_ENDED
    named, spoken = question.ids(), spoken_of(view.focus)
    sure = any(score >= SURE_TOPIC for score in question.scores.values())
    if not unsaid or sure or any(x in named or x not in spoken for x in query.subjects):
        return reply
    return reply.with_(lead=view.say("unsaid_here"), after="", kind="refusal")
