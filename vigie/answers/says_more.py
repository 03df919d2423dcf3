"""A statement that says more than the document: no "oui" to it, and its words that are not there
are told ("Le document ne dit pas « au mois de juin ».")."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.grammar import capital, listing, sentence
from vigie.answers.query.model import UNKNOWN, Query
from vigie.answers.question import Question
from vigie.answers.reading.beyond import Beyond, beyond
from vigie.answers.reading.overreach import CLAIMS
from vigie.answers.render.only_says import says_no_more
from vigie.answers.render.verdict_words import parted, upholding, without_verdict
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.knowledge.text import fold

ALIKE = 5
"""First letters by which two words are one, and letters of a word that says something."""


def of_a_statement(question: Question, query: Query, view: View) -> Beyond:
    """What of a statement says more than the document; nothing is known of what is none."""
    return beyond(question, view.focus, view.world) if query.act == CLAIMS else Beyond()


def without_unknown(query: Query, more: Beyond) -> Query:
    """A query of several claims without those of what the document does not tell, where words that
    it does not say are told instead (`as_far_as_said`)."""
    claims = tuple(one for one in query.claims if UNKNOWN not in one.values)
    return replace(query, claims=claims) if more.words and claims else query


def as_far_as_said(reply: Reply, more: Beyond, left_out: bool, view: View) -> Reply:
    """A reply to a statement that says `more` than the document: what this says, not upheld, and
    the words that it does not say, if it is sure which. As it is where nothing more is said, or
    all is denied; but where a claim was `left_out` its words are told all the same."""
    holds = [one for one in (reply.lead, *reply.items) if _holds(one, view)]
    if not more.may_be or not (holds or left_out or says_no_more(reply.lead, view)):
        return reply
    words = [one for one in more.words if not _told_by(reply, one)]
    if words:
        beside = view.say("says_more", words=listing([f"« {one} »" for one in words]))
        reply = reply.with_(after=f"{sentence(reply.after)} {beside}" if reply.after else beside)
    if not reply.items:
        return reply.with_(lead=_told(reply.lead, view)) if holds else reply
    if reply.lead != view.say("all_hold"):  # each has its own verdict already
        return reply
    lead = view.say("partly_unsaid") if words else view.say("claim_facts", fact="").strip()
    return reply.with_(lead=lead, items=tuple(_told(one, view) for one in reply.items))


def _told_by(reply: Reply, stretch: str) -> bool:
    """Whether a reply has the like of each word of a stretch that says something: that the document
    does not say "tous rescapés" would be untrue beside "onze rescapés"."""
    told = {word[:ALIKE] for word in fold(" ".join((reply.lead, *reply.items))).split()}
    said = [word[:ALIKE] for word in fold(stretch).split() if len(word) >= ALIKE]
    return bool(said) and told.issuperset(said)


def _holds(line: str, view: View) -> bool:
    """Whether it says that what is stated is so: "oui", or "en effet, non"."""
    denied = view.say("indeed_no", fact="").strip()
    return bool(upholding(line, view)) or parted(line, view)[0] == denied


def _told(line: str, view: View) -> str:
    return capital(without_verdict(line, view))
