"""A statement that says more than the document: no "oui" to it, and its words that are not there
are told ("Le document ne dit pas « au mois de juin ».")."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.grammar import capital, listing, sentence
from vigie.answers.query.model import UNKNOWN, Query
from vigie.answers.question import Question
from vigie.answers.reading.beyond import Beyond, beyond
from vigie.answers.reading.overreach import CLAIMS
from vigie.answers.render.verdict_words import upheld, without_verdict
from vigie.answers.reply import Reply
from vigie.answers.view import View


def of_a_statement(question: Question, query: Query, view: View) -> Beyond:
    """What of a statement says more than the document; nothing is known of what is none."""
    return beyond(question, view.focus, view.world) if query.act == CLAIMS else Beyond()


def without_unknown(query: Query, more: Beyond) -> Query:
    """A query of several claims without those of what the document does not tell, where the words
    that claim it are told instead."""
    claims = tuple(one for one in query.claims if UNKNOWN not in one.values)
    return replace(query, claims=claims) if more.words and claims else query


def as_far_as_said(reply: Reply, more: Beyond, view: View) -> Reply:
    """A reply that upholds a statement: where that says `more` than the document, what the document
    says, and the words that it does not, if it is sure which; as it is elsewhere."""
    upholds = upheld(reply, view) or any(_upheld(one, view) for one in reply.items)
    if not more.may_be or not upholds:
        return reply
    if more.words:
        beside = view.say("says_more", words=listing([f"« {one} »" for one in more.words]))
        reply = reply.with_(after=f"{sentence(reply.after)} {beside}" if reply.after else beside)
    if not reply.items:
        return reply.with_(lead=capital(without_verdict(reply.lead, view)))
    items = tuple(capital(without_verdict(one, view)) for one in reply.items)
    lead = view.say("partly_unsaid") if more.words else view.say("claim_facts", fact="").strip()
    return reply.with_(lead=lead, items=items)


def _upheld(item: str, view: View) -> bool:
    return bool(upheld(Reply(item), view))
