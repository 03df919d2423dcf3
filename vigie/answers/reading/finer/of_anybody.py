"""Whether anybody does something: "et il y a aussi des campagnes pour le public ?", after a word on
the schools, is not asked of the one who was spoken of and does not."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.model import UNKNOWN, Argument, Condition, Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import OUTSIDER, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.evidence import SURE_TOPIC

DOES = "does"


def of_anybody(query: Query, question: Question, world: World) -> Query:
    """`query`; what is asked of somebody who does not do it, and whom the message neither names
    nor takes up, as who does it."""
    lent = _lent(query)
    if lent is None or not _asks_of_anybody(question):
        return query
    subject, topic = lent
    if any(one.kind != OUTSIDER for one in question.mentions) or UNKNOWN in topic:
        return query
    doers = world.left(DOES, topic)
    if not doers or subject in doers or question.scores.get(topic, 0.0) < SURE_TOPIC:
        return query
    agencies = any(world.kind(one) == "agency" for one in doers)
    sort = "agency" if agencies else "body"
    return Query("select", select=Select(sort, (Condition(DOES, (topic,)),)))


def _lent(query: Query) -> Optional[tuple[Argument, str]]:
    """Of whom it is asked, and what; None for what asks something else."""
    if query.act == "verify" and len(query.claims) == 1:
        claim = query.claims[0]
        plain = not (claim.denied or claim.only or claim.whole)
        if plain and claim.relation == DOES and len(claim.values) == 1:
            return claim.subject, str(claim.values[0])
    if query.act == "describe" and len(query.subjects) == len(query.about) == 1:
        return query.subjects[0], query.about[0]
    return None


def _asks_of_anybody(question: Question) -> bool:
    """Whether folded words ask of anybody, and have no pronoun for one who was spoken of."""
    words = f" {question.words} "
    for one in sorted(closed("anybody.impersonal"), key=len, reverse=True):
        words = words.replace(f" {one} ", " y a ")
    asks = says(closed("anybody.asks"), words.strip())
    return asks and closed("anybody.not_them").isdisjoint(words.split())
