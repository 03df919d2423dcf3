"""No "oui" to a claim that may well go beyond what the document says; nor later, when its answer is
asked for in another form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from vigie.answers.query.model import Claim, Condition, Query, Select
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


OF_THE_DOCUMENT = "described"
"""Relation that is of what the document tells at all: nothing can go beyond it."""
STANDS_IN = ("chairs", "creates", "publishes", "runs")
"""Relations of which it is asked who stands in them."""
GIVEN = {"number": "number", "year": "date", "freq": "frequency", "level": "level"}
"""Those of which an attribute is asked, and which."""


def hedged(reply: Reply, found: Understood, view: View) -> Reply:
    """`reply`, without its "oui" where what is claimed may as well be what the document does not
    say: the fact alone."""
    claims = found.readings[0].query.claims
    of_the_document = {one.relation for one in claims} == {OF_THE_DOCUMENT}
    if not upheld(reply, view) or found.doubt < DOUBT or of_the_document:
        return reply
    return in_other_words(reply, found.readings[0].query, view)


def remembered(query: Query, reply: Reply, more: bool, view: View) -> Query:
    """What is remembered of a query: of a claim that is not upheld in its words, or that may say
    `more`, what the document says of the thing; "en une phrase" would get the "oui" otherwise."""
    if not (more or says_no_more(reply.lead, view)) or not query.claims:
        return query
    claims = plainly(query, view.world).claims
    return _asked_of(claims, view) or query


def _asked_of(claims: Sequence[Claim], view: View) -> Optional[Query]:
    """The question to which the document answers with what it says of what is claimed first: what
    somebody does, who stands in a relation, what a thing is given as. None of what is no thing."""
    first = claims[0]
    if not isinstance(first.subject, str) or first.subject not in view.index:
        return None
    if first.relation == DOES:
        topics = tuple(map(str, first.values))
        return Query("describe", subjects=(first.subject,), about=topics)
    if first.relation in GIVEN:
        return Query("get", GIVEN[first.relation], subjects=(first.subject,))
    if first.relation not in STANDS_IN:
        return Query("describe", subjects=(first.subject,))
    like = [one for one in claims if (one.relation, one.subject) == (first.relation, first.subject)]
    values = tuple(value for one in like for value in one.values)
    who = Condition(first.relation, values, every=len(values) > 1)
    return Query("select", select=Select(view.kind(first.subject), (who,)))
