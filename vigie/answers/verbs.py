"""Words that ask for more than a topic: of "le HHS gère la ligne ?" the document says that he
finances it, of "il identifie lui-même les victimes ?" that he helps to; "oui" would say more."""

from __future__ import annotations

from vigie.answers.grammar import capital
from vigie.answers.query.model import Query, Select
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, grouped, says
from vigie.answers.reading.finer.limited import limits_after
from vigie.answers.reading.whether import asks_of_the_text
from vigie.answers.render.bodies import what_it_does
from vigie.answers.render.near import beside_near
from vigie.answers.render.only_says import only_says
from vigie.answers.render.verdict_words import upheld, without_verdict
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.knowledge.text import fold

SAID_OF = ("does", "runs")
"""Relations that hold whatever the verb."""
DENIED = "pas"
ALIKE = 5
"""First letters by which two words are one: "inspecteurs", "inspecter"."""
NEAR = 5
"""Words after the name of somebody among which the verb stands that says what he does."""


def in_its_words(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """`reply`, without its "oui" where the message asks by a verb that the document does not use,
    or says "lui-même", "uniquement", "même si" or "pénal" of what the query does not: what the
    document does say, and that this is all."""
    if not query.claims or any(claim.relation not in SAID_OF for claim in query.claims):
        return reply
    if len(query.claims) > 1:
        return _of_several(reply, question, view)
    (claim,) = query.claims
    fact = reply.lead.removeprefix(yes).strip() if (yes := upheld(reply, view)) else ""
    subject = claim.subject
    if not fact or claim.only or claim.whole or isinstance(subject, Select):
        return reply
    narrows = limits_after(subject, question, any_word=True)
    narrows |= says(closed("in_person"), question.words) or _narrows(question.words, fact)
    narrows |= asks_of_the_text(question.words) and not shares_a_word(question.words, fact)
    after = _after(subject, question)
    if not narrows and not _says_more(after, fact) and not _teaches_others(after, fact):
        return reply
    return in_other_words(reply, query, view)


def _of_several(reply: Reply, question: Question, view: View) -> Reply:
    """The same of several claims: a line for each, none with a "oui"."""
    if not _narrows(question.words, " ".join((reply.lead, *reply.items))):
        return reply
    items = tuple(capital(without_verdict(one, view)) for one in reply.items)
    return reply.with_(lead=capital(without_verdict(reply.lead, view)), items=items)


def _narrows(words: str, fact: str) -> bool:
    """Whether a message says "même si", or by what kind of means, of which a fact says nothing:
    "des poursuites pénales ?"."""
    told = fold(fact).split()
    kinds = closed("of_what_kind").intersection(words.split()).difference(told)
    return bool(kinds) or says(closed("conceding"), words)


def shares_a_word(words: str, fact: str) -> bool:
    """Whether a fact has the like of a word by which folded words tell of what they ask, whether
    the document speaks of it: that it has initiatives of public health is no yes to hospitals."""
    told = {word[:ALIKE] for word in fold(fact).split() if len(word) >= ALIKE}
    asking = closed("of_the_text.text") | closed("of_the_text.speaks") | closed("the_whole.subject")
    return any(word[:ALIKE] in told for word in set(words.split()) - asking)


def _teaches_others(words: list[str], fact: str) -> bool:
    """Whether folded words say that somebody is taught of whom a fact does not tell it."""
    told = {word[:ALIKE] for word in fold(fact).split()}
    verbs, before = tuple(closed("taught.verbs")), closed("taught.before")
    teaches = next((n for n, word in enumerate(words) if word.startswith(verbs)), len(words))
    rest = words[teaches + 1 :]
    whom = next((one for led, one in zip(rest, rest[1:]) if led in before), "")
    return bool(whom) and whom not in closed("taught.anybody") and whom[:ALIKE] not in told


def in_other_words(reply: Reply, query: Query, view: View) -> Reply:
    """A reply that upholds a claim, without the "oui": what the document says, that this is all,
    and what it says that is near, which may be just what is asked."""
    fact = reply.lead.removeprefix(upheld(reply, view)).strip()
    told = reply.with_(lead=only_says(fact, view))
    if len(query.claims) != 1 or query.claims[0].relation != "does":
        return told
    (claim,) = query.claims
    if view.kind(str(claim.subject)) == "body":  # it is what it does: a part of it says too little
        whole = what_it_does(str(claim.subject), view)
        return whole.with_(lead=only_says(whole.lead, view), focus=reply.focus)
    return beside_near(told, str(claim.subject), tuple(map(str, claim.values)), view)


def _after(subject: str, question: Question) -> list[str]:
    """The words after the name of the subject, or all where it is a pronoun, up to those that say
    of somebody else what he does ("les policiers qui arrêtent")."""
    ends = [one.end for one in question.mentions if subject in one.ids]
    words = fold(question.text[ends[0] if ends else 0 :]).split()
    of_others = closed("of_others")
    stop = next((n for n, word in enumerate(words) if n and word in of_others), len(words))
    return words[: min(stop, NEAR)]


def _says_more(words: list[str], fact: str) -> bool:
    """Whether some verb among folded words has none of its like in a fact."""
    told = fold(fact).split()
    words = [word for word in words if word != DENIED]  # "il arrête pas de…"
    for word, following in zip(words, [*words[1:], ""]):
        for verb, alike in grouped("verbs").items():
            ends = word.removeprefix(verb) if word.startswith(verb) else None
            if ends not in closed("verb_ends") or following in closed("not_verbs_before"):
                continue
            if not any(one.startswith(alike) for one in told):
                return True
    return False
