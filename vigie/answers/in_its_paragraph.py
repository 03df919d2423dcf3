"""What is claimed of somebody in words of the document's own: « elle tente de trouver des
résolutions amiables » is no matter of ours, but the paragraph on the EEOC has it; that the document
does not say it would be untrue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from vigie.answers.query.model import UNKNOWN, Claim, Query
from vigie.answers.question import Question
from vigie.answers.render.answer import answer
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.knowledge.text import fold

STEM = 6
"""First letters by which two words are one, and letters of a word that tells a paragraph."""
FEWEST = 2
"""Words of a message that a paragraph must have, and no other has."""


def as_its_paragraph_has_it(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """What the document says of a matter of somebody, and no denial, where a message claims of them
    what no topic covers, in words that their paragraph alone has, and of one duty; `reply` in all
    other cases."""
    if query.act != "verify" or len(query.claims) != 1:
        return reply
    (claim,) = query.claims
    subject = str(claim.subject)
    if claim != Claim("does", claim.subject, (UNKNOWN,)) or view.kind(subject) != "agency":
        return reply
    name = view.entity(subject).name
    own = _own_words(subject, view) - _stems(fold(f"{name.fr} {name.en}").split())
    shared = _stems(question.words.split()) & own
    duties = [one for one in view.agency(subject).duties if shared & _stems(fold(one.does).split())]
    if len(shared) < FEWEST or len(duties) != 1:
        return reply
    told = answer(Query("describe", subjects=(subject,), about=duties[0].topics[:1]), view)
    return told if told is not None else reply


def _own_words(subject: str, view: View) -> frozenset[str]:
    """What the words begin with that stand in the paragraph of something and in no other."""
    place = view.entity(subject).place
    paragraphs = {
        (section.id, number): _stems(fold(words).split())
        for section in view.knowledge.source.sections
        for number, words in enumerate(section.words, 1)
    }
    where = Counter(stem for stems in paragraphs.values() for stem in stems)
    own = paragraphs.get((place.section, place.paragraph), frozenset()) if place else frozenset()
    return frozenset(stem for stem in own if where[stem] == 1)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words if len(word) >= STEM)
