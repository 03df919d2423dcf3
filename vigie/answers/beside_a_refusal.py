"""What the document says of the matter of a question that it does not answer: no advice on whether
somebody without papers may stay, and who grants what to victims."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital, listing, sentence
from vigie.answers.question import Focus
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence
from vigie.answers.render.duties import does, doing
from vigie.answers.render.words import called, label
from vigie.answers.reply import Reply
from vigie.answers.view import View, places

BESIDE = ("legal", "country")
"""What is refused as advice, or as of another country, and may be of a matter of the document."""


def beside_a_refusal(refusal: Reply, evidence: Evidence, view: View) -> Reply:
    """A refusal, then who sees to the one topic that the message surely has, and what they do where
    that is one alone. As it is where it has none, or is refused for something else."""
    sure = [topic for topic, score in evidence.topics if score >= SURE_TOPIC]
    if refusal.reason not in BESIDE or len(sure) != 1:
        return refusal
    (topic,) = sure
    some = tuple(one for one in view.world.left("does", topic) if view.kind(one) == "agency")
    if not some:
        return refusal
    duties = (duty for one in some for duty in doing(one, (topic,), view).duties)
    return refusal.with_(
        after=_told(some, topic, view),
        places=places(*duties),
        focus=Focus(some, (topic,), some),
    )


def _told(some: Sequence[str], topic: str, view: View) -> str:
    if len(some) == 1:
        return view.say("it_does_say", fact=capital(sentence(does(some[0], (topic,), view))))
    who = listing([called(one, view, "bref") for one in some])
    return view.say("of_the_matter", topic=label(topic, view), who=who)
