"""A message that says more than the document, or asks for more: no "oui" to it, and its words that
are not there are told ("Le document ne dit pas « au mois de juin ».")."""

from __future__ import annotations

import re

from vigie.answers.grammar import capital, listing, sentence
from vigie.answers.kin import stem, stems
from vigie.answers.narrowed import narrowed
from vigie.answers.query.model import Query, arguments
from vigie.answers.query.relations import KEYS
from vigie.answers.question import Question
from vigie.answers.reading.beyond import ASKED, SURE, Beyond, beyond
from vigie.answers.reading.closed import closed, paired, says
from vigie.answers.reading.overreach import CLAIMS, without_unknown
from vigie.answers.reading.shapes import shape
from vigie.answers.render.only_says import says_no_more
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.verdict_words import parted, upholding, without_verdict
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.knowledge.text import fold

LEAST = 3
"""Letters of a word that says something."""
_WORD = re.compile(r"\w+")
_ASKED_OF = re.compile(r"-(t-)?(elles?|ils?|on|vous|tu)$")
"""Who a verb asks of, at the end of a stretch."""
DATED = "year"
"""The relation between a thing and its year."""
BEGINS = 3
"""Words by which a sentence begins that says what the document does not."""


def said_more(question: Question, query: Query, view: View) -> Beyond:
    """What of a statement says more than the document; nothing is known of what is none. A name and
    its year, and that it has been there since, are all that a date says."""
    if _only_dates(question, query):
        return Beyond(nothing=True)
    return _more(question, view, SURE) if query.act == CLAIMS else Beyond()


def _only_dates(question: Question, query: Query) -> bool:
    """Whether a statement says since which year something is, and not a word more."""
    dated = bool(query.claims) and all(claim.relation == DATED for claim in query.claims)
    left = fold(question.text_less(question.mentions)).split() if dated else []
    return dated and all(one.isdigit() or one in closed("dates_alone") for one in left)


def _more(question: Question, view: View, sure: float) -> Beyond:
    """What goes beyond the document, without the words that are but a piece of something."""
    more = beyond(question, view.focus, view.world, sure)
    return more._replace(words=tuple(w for w in more.words if not is_cut(w, question.text)))


def as_far_as_known(query: Query, more: Beyond) -> Query:
    """A query of several claims without those of what the document does not tell, where words that
    it does not say are told instead (`as_far_as_said`)."""
    known = without_unknown(query)
    return known if more.words and known.claims else query


def as_far_as_said(
    reply: Reply, query: Query, claimed: Query, more: Beyond, question: Question, view: View
) -> Reply:
    """A reply to a query of what says `more` than the document, or asks for more: what this says,
    with no "oui", and the words that it does not say, if it is sure which. As it is where there is
    no more. `claimed` is the query with what was left out of it (`as_far_as_known`)."""
    if query.act == CLAIMS:
        reply = _not_upheld(reply, more, query, claimed, view)
        return narrowed(reply, query, question, view)
    return _as_far_as_asked(reply, query, question, view)


def _as_far_as_asked(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """The same of a question; as it is where it refuses something already, or tells of what has a
    source of its own."""
    begins = " ".join(view.say("asks_more", words="").split()[:BEGINS])
    refuses = reply.reason or says_no_more(reply.lead, view) or reply.lead.startswith(begins)
    of_the_line = view.knowledge.safety.programme in arguments(query)
    if reply.kind != "answer" or refuses or of_the_line:
        return reply
    more = _more(question, view, ASKED)
    if more.may_be and upholding(reply.lead, view):
        reply = reply.with_(lead=_told(reply.lead, view))
    qualify = tuple(one for one in more.words if not (_asks(one) or _joins(one, query)))
    words = _untold(reply, more._replace(words=qualify))
    return _beside(reply, view.say("asks_more", words=words)) if words else reply


def _joins(stretch: str, query: Query) -> bool:
    """Whether a stretch is the verb of what a query looks for: "modifiée", of who amends it."""
    keys = KEYS[query.select.sort] if query.select else {}
    sought = {keys[one.key][0] for one in query.select.conditions} if query.select else set()
    verbs = paired("joins").items()
    words = fold(stretch).split()
    return len(words) == 1 and any(words[0].startswith(v) and rel in sought for v, rel in verbs)


def _not_upheld(reply: Reply, more: Beyond, query: Query, claimed: Query, view: View) -> Reply:
    """The same of a statement. As it is where all is denied; but where a claim was left out its
    words are told all the same."""
    left_out = query != claimed
    holds = [one for one in (reply.lead, *reply.items) if _holds(one, view)]
    if not more.may_be or not (holds or left_out or says_no_more(reply.lead, view)):
        return reply
    told = more._replace(words=tuple(one for one in more.words if not _known(one, query, view)))
    words = _untold(reply, told)
    if words:
        reply = _beside(reply, view.say("says_more", words=words))
    if not reply.items:
        return reply.with_(lead=_told(reply.lead, view)) if holds else reply
    if reply.lead != view.say("all_hold"):  # each has its own verdict already
        return reply
    lead = view.say("partly_unsaid") if words else view.say("claim_facts", fact="").strip()
    return reply.with_(lead=lead, items=tuple(_told(one, view) for one in reply.items))


def _untold(reply: Reply, more: Beyond) -> str:
    """The words that go beyond the document, in a row, but for those that a reply tells."""
    return listing([f"« {one} »" for one in more.words if not _told_by(reply, one)])


def _known(stretch: str, query: Query, view: View) -> bool:
    """Whether a stretch is what the document says of a body that is spoken of, though no claim was
    read of it: "le SPOG réunit de hauts responsables"."""
    bodies = (one for one in dict.fromkeys(arguments(query)) if one in view.world.sort("body"))
    return any(_told_by(describe_any(one, view), stretch) for one in bodies)


def _asks(stretch: str) -> bool:
    """Whether a stretch asks something, or says in what form it is wanted, and qualifies nothing:
    "dans quels coins du pays", "par ordre alphabétique"."""
    words = fold(stretch)
    return says(closed("untold_asks"), words) or bool(shape(words).forms)


def is_cut(stretch: str, text: str) -> bool:
    """Whether a stretch is no more than a piece of what it stands in: small words alone ("après",
    of "d'après le texte"), or what begins or ends with the one of whom a verb before it asks
    ("elle limitée", "toute victime peut-elle")."""
    words = _WORD.findall(fold(stretch))
    if all(word in closed("leaning_on_the_next") | closed("qualifies_nothing") for word in words):
        return True
    return f"-{stretch}" in text or bool(_ASKED_OF.search(stretch))


def _beside(reply: Reply, said: str) -> Reply:
    """A reply with a sentence more at its end."""
    return reply.with_(after=f"{sentence(reply.after)} {said}" if reply.after else said)


def _told_by(reply: Reply, stretch: str) -> bool:
    """Whether a reply has the like of each word of a stretch that says something: that the document
    does not say "tous rescapés" would be untrue beside "onze rescapés"."""
    told = stems(" ".join((reply.lead, *reply.items, reply.after)))
    words = [word for word in _WORD.findall(fold(stretch)) if len(word) >= LEAST]
    said = [stem(word) for word in words if word not in closed("leaning_on_the_next")]
    return bool(said) and told.issuperset(said)


def _holds(line: str, view: View) -> bool:
    """Whether it says that what is stated is so: "oui", or "en effet, non"."""
    denied = view.say("indeed_no", fact="").strip()
    return bool(upholding(line, view)) or parted(line, view)[0] == denied


def _told(line: str, view: View) -> str:
    return capital(without_verdict(line, view))
