"""Who is alone to do one thing without another: « donc seul le DHS enquête sans poursuivre ? » is
untrue of those who investigate, and true of those who do not prosecute."""

from __future__ import annotations

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.rejected import LEAST

DOES = "does"
INFINITIVE = ("er", "ir", "re")
"""How a verb ends after "sans"."""


def alone_without(query: Query, question: Question, world: World) -> Query:
    """`query`; who does the one and not the other, where it claims of somebody that they alone do
    something, the message sets a second thing aside with "sans", and it is so: what is not so is
    denied as it was claimed."""
    claims = query.claims
    alone = [one for one in claims if one.only and one.relation == DOES and not one.denied]
    if len(alone) != 1 or not _without_doing(question.words.split()):
        return query
    done = tuple(map(str, alone[0].values))
    gone = {str(one) for claim in claims if _is_not_done(claim, alone[0]) for one in claim.values}
    if len(claims) == 1:
        gone = {topic for topic, (_, refused) in question.roles.items() if refused >= LEAST}
    if len(gone - {*done}) != 1 or len(claims) > 1 + len(gone):
        return query
    without = Condition(DOES, tuple(gone - {*done}), denied=True)
    asked = Select("agency", (Condition(DOES, done), without))
    return Query("select", select=asked) if find(asked, world) == (alone[0].subject,) else query


def _without_doing(words: list[str]) -> bool:
    """Whether "sans" stands before a verb: "sans poursuivre", and not "sans mentir, seul…"."""
    after = (second for first, second in zip(words, words[1:]) if first in closed("without"))
    return any(one.endswith(INFINITIVE) for one in after)


def _is_not_done(claim: Claim, alone: Claim) -> bool:
    """Whether a claim says of the same one that they do not do something."""
    return claim.relation == DOES and claim.denied and claim.subject == alone.subject
