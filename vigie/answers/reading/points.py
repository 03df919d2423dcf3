"""The points of what an agency does, in the order in which they are told: "le deuxième ?"."""

from __future__ import annotations

from collections import Counter
from typing import Optional

from vigie.answers.query.model import Query, arguments
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence
from vigie.answers.reading.table import table
from vigie.knowledge.model.organisations import Agency


def topics(agency: Agency) -> list[str]:
    """Of each duty the topic that fewest others of its have: what tells it from them."""
    told = Counter(topic for duty in agency.duties for topic in duty.topics)
    return [min(duty.topics, key=told.__getitem__) for duty in agency.duties]


def described(query: Optional[Query], world: World) -> Optional[Agency]:
    """The agency of which a query asks what it does."""
    if query is None or query.act != "describe" or query.beside or len(query.subjects) != 1:
        return None
    one = query.subjects[0]
    entity = world.index.entity(one) if isinstance(one, str) and one in world.index else None
    return entity if isinstance(entity, Agency) and entity.duties else None


def pointed(question: Question, evidence: Evidence, focus: Focus, world: World) -> Optional[Query]:
    """What a message asks that only picks a point of the last description by its place."""
    last = next(iter(stack(focus)), None)
    agency = described(last, world)
    words = (question.outside or question.words).split()
    names_point = not closed("points.nouns").isdisjoint(words)
    if last is None or agency is None or question.mentions or not all(map(_picks, words)):
        return None
    if any(score >= SURE_TOPIC for _, score in evidence.topics):
        return None
    spoken = {one for query in stack(focus) for one in arguments(query) if one in world.index}
    if not names_point and (len(focus.shown) > 1 or spoken != {agency.id}):
        return None  # "le deuxième" is of that list, or the second that was spoken of
    told = [*topics(agency), *(one.id for one in world.index.reports_of(agency.id))]
    place = _place(evidence, told, last.about)
    if place is None or len(told) < 2:
        return None
    if told[place] in world.index:
        return Query("describe", subjects=(told[place],))
    return Query("describe", subjects=(agency.id,), about=(told[place],))


def _picks(word: str) -> bool:
    """Whether a word may stand in a message that only picks a point: "dernière chose, merci" and
    "pas le premier" say more."""
    place = word in table().places or word in table().steps or word.isdigit()
    return place or word in closed("points.nouns") or word in closed("points.around")


def _place(evidence: Evidence, told: list[str], about: tuple[str, ...]) -> Optional[int]:
    """Where in the list the one place stands that a message says, from 0."""
    if len(evidence.places) == 1:
        (place,) = evidence.places
        found = place - 1 if place > 0 else len(told) + place
    elif evidence.step and len(about) == 1 and about[0] in told:
        found = told.index(about[0]) + evidence.step
    else:
        return None
    return found if 0 <= found < len(told) else None
