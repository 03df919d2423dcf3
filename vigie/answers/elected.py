"""How the people of a body came to it, where a message says otherwise beside what it claims: "onze
rescapés élus par leurs pairs" got "oui" for the eleven."""

from __future__ import annotations

from vigie.answers.grammar import sentence
from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.render.members import appointer
from vigie.answers.render.verdict_words import upheld
from vigie.answers.reply import Reply
from vigie.answers.view import View

APPOINTS = "appoints"


def as_they_came(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """A reply that upholds a claim on a body, as one on a part of what is said, with who appoints
    its people, where the message says that they are elected."""
    body = str(query.claims[0].subject) if query.claims else ""
    told = body in view.index and view.kind(body) == "body" and view.world.left(APPOINTS, body)
    asked = any(claim.relation == APPOINTS for claim in query.claims)
    says_so = not closed("elected").isdisjoint(question.words.split())
    if not told or asked or not says_so or not upheld(reply, view):
        return reply
    right = view.say("no", fact=sentence(appointer(body, view).lead))
    return reply.with_(lead=view.say("partly"), items=(reply.lead, right))
