"""No "oui" to a claim that may well go beyond what the document says; nor later, when its answer is
asked for in another form."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.query.plain import DOES, plainly
from vigie.answers.reading.understand import Understood
from vigie.answers.render.only_says import says_no_more
from vigie.answers.render.verdict_words import upheld
from vigie.answers.reply import Reply
from vigie.answers.verbs import in_other_words
from vigie.answers.view import View

DOUBT = 0.1
"""Likelihood that the document does not say what is claimed, from which nothing is upheld: of
strangers' claims that are read as a fact, below it 5 of a hundred go beyond it, above it two in
three (evaluation/notes/neighbours.md)."""


def hedged(reply: Reply, found: Understood, view: View) -> Reply:
    """`reply`, without its "oui" where what is claimed may as well be what the document does not
    say: the fact alone."""
    if not upheld(reply, view) or found.doubt < DOUBT:
        return reply
    return in_other_words(reply, found.readings[0].query, view)


def remembered(query: Query, reply: Reply, more: bool, view: View) -> Query:
    """What is remembered of a query: of a claim that is not upheld in its words, or that may say
    `more`, what the document says of the thing; "en une phrase" would get the "oui" otherwise."""
    if not (more or says_no_more(reply.lead, view)) or not query.claims:
        return query
    claim = plainly(query, view.world).claims[0]
    topics = tuple(map(str, claim.values)) if claim.relation == DOES else ()
    things = (claim.subject,) if topics else (*claim.values, claim.subject)
    known = [one for one in things if isinstance(one, str) and one in view.index]
    return Query("describe", subjects=(known[0],), about=topics) if known else query
