"""No "oui" to a claim that may well go beyond what the document says."""

from __future__ import annotations

from vigie.answers.reading.understand import Understood
from vigie.answers.reply import Reply
from vigie.answers.verbs import upheld
from vigie.answers.view import View

DOUBT = 0.1
"""Likelihood that the document does not say what is claimed, from which nothing is upheld: of
strangers' claims that are read as a fact, below it 5 of a hundred go beyond it, above it two in
three (evaluation/README.md)."""


def hedged(reply: Reply, found: Understood, view: View) -> Reply:
    """`reply`, without its "oui" where what is claimed may as well be what the document does not
    say: the fact alone."""
    yes = upheld(reply, view)
    if not yes or found.doubt < DOUBT:
        return reply
    fact = reply.lead.removeprefix(yes).strip()
    return reply.with_(lead=view.say("not_in_these_words", fact=fact))
