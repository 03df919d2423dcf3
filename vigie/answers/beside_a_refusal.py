"""What the document says of the matter of a question that it does not answer: no advice on whether
somebody without papers may stay, and who grants what to victims."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital, listing, sentence
from vigie.answers.question import Focus
from vigie.answers.reading.closed import closed
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence
from vigie.answers.render.duties import does, doing
from vigie.answers.render.words import called, label
from vigie.answers.reply import Reply
from vigie.answers.view import View, places

COUNTRY, BESIDE = "country", ("legal", "country")
"""What is refused as advice, or as of another country, and may be of a matter of the document."""
ABROAD = ("international_programmes", "diplomacy", "abroad", "investigation_abroad")
"""Matters of another country that are the agencies' too."""


def beside_a_refusal(refusal: Reply, evidence: Evidence, words: str, view: View) -> Reply:
    """A refusal, then who sees to the one topic that the message surely has, and what they do where
    that is one alone. As it is where it has none, tells of the writer, who is to ask a person, or
    is refused for something else."""
    sure = [topic for topic, score in evidence.topics if score >= SURE_TOPIC]
    of_me = not closed("of_me").isdisjoint(words.split())
    if refusal.reason not in BESIDE or len(sure) != 1 or of_me:
        return refusal
    (topic,) = sure
    if refusal.reason == COUNTRY and topic not in ABROAD:
        return refusal
    some = tuple(one for one in view.world.left("does", topic) if view.kind(one) == "agency")
    if not some:
        return refusal
    duties = (duty for one in some for duty in doing(one, (topic,), view).duties)
    return refusal.with_(
        after=_told(some, topic, view),
        places=places(*duties),
        focus=refusal.focus if view.focus.subjects else Focus(some, (topic,), some),
    )


def _told(some: Sequence[str], topic: str, view: View) -> str:
    if len(some) == 1:
        return view.say("it_does_say", fact=capital(sentence(does(some[0], (topic,), view))))
    who = listing([called(one, view, "bref") for one in some])
    return view.say("it_does_cite", topic=label(topic, view), who=who)
