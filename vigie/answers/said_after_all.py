"""What the fact told beside a "le document ne le dit pas" does say, in other words: "l'EEOC règle à
l'amiable ?" beside its search for "un règlement amiable". A denial would contradict it.

Words that one paragraph of the document alone has are surer, and looked at before
(`in_its_paragraph`); here those of our own facts are enough to take the denial back."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.grammar import capital
from vigie.answers.kin import singular
from vigie.answers.query.model import UNKNOWN, Argument, Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.render.answer import answer
from vigie.answers.render.instead import ended
from vigie.answers.render.only_says import only_says
from vigie.answers.reply import Reply
from vigie.answers.sentences import sentences
from vigie.answers.view import View, places
from vigie.knowledge.text import fold

OF_ITSELF = "is"
UNSAID = ("claim_unsaid", "claim_other")
"""Sentences that the document does not say, or does not tell, what is claimed."""
SHARE, FEWEST = 0.6, 2
"""Share of the words of a claim that a fact has, and their number, from which it may well say it;
they are too few to uphold it."""
ALIKE, LEAST = 6, 4
"""First letters by which two words are one, and letters of a word that says something."""


def said_after_all(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """A reply that the document does not say what is claimed, with the fact that has most of its
    words in the place of that; as it is where no fact told has them."""
    claim = query.claims[0] if query.act == "verify" and len(query.claims) == 1 else None
    if claim is None or claim.denied:
        return reply
    if not (UNKNOWN in claim.values or claim.relation == OF_ITSELF):
        return reply
    begun = [view.say(name, fact="").strip() for name in UNSAID]
    denied = next((one for one in begun if reply.lead.startswith(f"{one} ")), "")
    said = {word for word in question.outside.split() if _says(word)}
    if not denied or len(said) < FEWEST:
        return reply
    told = list(_facts(claim.subject, view))
    own = view.entity(str(claim.subject)).name.fr if told else ""
    shares = [sum(_has(fact.replace(own, ""), word) for word in said) for fact, _ in told]
    most = max(shares, default=0)
    if most < FEWEST or most < SHARE * len(said):
        return reply
    fact, cited = told[shares.index(most)]
    cited = cited or reply.places
    return reply.with_(lead=only_says(fact, view), items=(), after="", places=cited)


def _facts(subject: Argument, view: View) -> Iterator[tuple[str, tuple[tuple[str, int], ...]]]:
    """What the document tells of somebody or something, a sentence each, with its places where it
    has its own."""
    if not isinstance(subject, str) or subject not in view.index or ended(subject, view):
        return
    if view.kind(subject) == "agency":
        for duty in view.agency(subject).duties:
            said = view.say("agency_does", agency=view.noun(subject), duties=duty.does)
            yield capital(said), places(duty)
        return
    whole = answer(Query("describe", subjects=(subject,)), view)
    for one in (whole.lead, *whole.items, whole.after) if whole else ():
        yield from ((line, ()) for line in sentences(one.strip()))


def _says(word: str) -> bool:
    return len(word) >= LEAST and word not in closed("says_little")


def _words(line: str) -> list[str]:
    return [word for word in fold(line).split() if _says(word)]


def _has(fact: str, word: str) -> bool:
    """Whether a fact has a word, or one of its kin: "règle" and "règlement", "obtient" and
    "obtiennent"; not "contraint" and "contre"."""
    return any(_alike(word, one) or _alike(one, word) for one in _words(fact))


def _alike(word: str, other: str) -> bool:
    plain = singular(word)
    return other.startswith(plain if len(plain) < ALIKE else plain[:ALIKE])
