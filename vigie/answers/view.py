"""What the answers see: the knowledge, the phrases, and what was said before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Callable, Hashable, Iterable, Mapping, TypeVar

from vigie.answers import marks
from vigie.answers.brief_names import BriefNames
from vigie.answers.english import english_names
from vigie.answers.grammar import Noun, unique
from vigie.answers.phrases import Phrases
from vigie.answers.query.world import World
from vigie.answers.question import Focus
from vigie.knowledge.model.entry import Place
from vigie.knowledge.model.knowledge import Entity, Knowledge, Topic
from vigie.knowledge.model.measures import Report
from vigie.knowledge.model.organisations import Agency, Body, Duty
from vigie.knowledge.query import Index

Made = TypeVar("Made")
REMEMBERED = 4096
"""Things made of ids alone that are remembered: a few of each entity and topic."""


@dataclass(frozen=True)
class Doing:
    """An agency, or a body, with those of its duties that answer a question."""

    id: str
    duties: tuple[Duty, ...]


class Tables:
    """Look-ups made once from the knowledge and shared by all conversations."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.index = Index(knowledge)
        self.world = World(self.index)
        self.english = english_names(knowledge)
        self._below = {
            topic.id: frozenset(self.index.expand([topic.id])) for topic in knowledge.topics
        }

        order = [section.id for section in knowledge.source.sections]
        everyone: tuple[Agency | Body, ...] = (*knowledge.agencies, *knowledge.bodies)
        everyone = tuple(sorted(everyone, key=lambda one: order.index(one.place.section)))
        self.rank = {owner.id: place for place, owner in enumerate(everyone)}
        """The place of each agency and body in the document."""
        self._doing = _doing(everyone, self._below)
        self._once: dict[Hashable, tuple[Any]] = {}

    def once(self, what: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` makes, remembered under `what` it is made of: of ids, never of what somebody
        typed."""
        known = self._once.get(what)
        if known is None:
            if len(self._once) >= REMEMBERED:
                self._once.clear()
            known = self._once[what] = (make(),)
        found: Made = known[0]
        return found

    @cached_property
    def brief_names(self) -> BriefNames:
        """The names in full that have a brief one."""
        return BriefNames(self.index)

    @cached_property
    def changes(self) -> tuple[marks.Changed, ...]:
        """The confirmed updates, and how a text shows that it uses what changed."""
        return marks.changes(self.index)

    @cached_property
    def outside_words(self) -> Mapping[str, str]:
        """The words that the document does not give, with the id of their source."""
        return marks.outside_words(self.knowledge)

    @cached_property
    def outside_pattern(self) -> re.Pattern[str]:
        """What finds these words, and the English names that the document has, the longest first:
        the title of one report is the end of another's."""
        own = marks.english_names(self.knowledge) - self.outside_words.keys()
        return marks.any_of(sorted((*self.outside_words, *own), key=len, reverse=True))

    def below(self, topic: str) -> frozenset[str]:
        """A topic and all the topics nested in it."""
        return self._below[topic]

    def doing(self, topic: str) -> tuple[Doing, ...]:
        """Who has duties on a topic or on one nested in it, in document order."""
        return self._doing[topic]


def _doing(
    everyone: Iterable[Agency | Body], below: Mapping[str, frozenset[str]]
) -> dict[str, tuple[Doing, ...]]:
    """For each topic, who works on it: so that no question goes through everyone."""
    above: dict[str, list[str]] = {}
    for topic, nested in below.items():
        for inner in nested:
            above.setdefault(inner, []).append(topic)
    found: dict[str, list[Doing]] = {topic: [] for topic in below}
    for owner in everyone:
        duties: dict[str, list[Duty]] = {}
        for duty in (*_mission(owner), *owner.duties):
            for topic in dict.fromkeys(t for inner in duty.topics for t in above.get(inner, ())):
                duties.setdefault(topic, []).append(duty)
        for topic, some in duties.items():
            found[topic].append(Doing(owner.id, tuple(some)))
    return {topic: tuple(doings) for topic, doings in found.items()}


def _mission(owner: Agency | Body) -> tuple[Duty, ...]:
    """What a body is for, as the first of its duties."""
    if not isinstance(owner, Body) or not owner.topics:
        return ()
    return (Duty(does=owner.mission.says, topics=owner.topics, place=owner.mission.place),)


NOTHING = Focus()
"""The focus of a conversation that has not begun."""


class View:
    """One conversation's look at the knowledge. Cheap to make: the tables come ready."""

    def __init__(self, tables: Tables, phrases: Phrases, focus: Focus = NOTHING) -> None:
        self.tables = tables
        self.knowledge = tables.knowledge
        self.index = tables.index
        self.world = tables.world
        self.phrases = phrases
        self.focus = focus
        self.read: dict[int, Any] = {}
        """What `understood.py` has read of one message."""

    def say(self, response: str, **values: object) -> str:
        """A phrase of domain.yml, filled."""
        return self.phrases.say(response, **values)

    def entity(self, entity_id: str) -> Entity:
        """The entity of an id; KeyError when the knowledge has none."""
        return self.index.entity(entity_id)

    def kind(self, entity_id: str) -> str:
        """agency, body, committee, report, programme, law or context; "" for an unknown id."""
        return self.index.kind(self.index.entity(entity_id)) if entity_id in self.index else ""

    def noun(self, entity_id: str) -> Noun:
        """The name of an entity, ready for phrases."""
        return Noun(self.entity(entity_id).name)

    def agency(self, entity_id: str) -> Agency:
        """The agency of an id."""
        return self.index.agency(entity_id)

    def body(self, entity_id: str) -> Body:
        """The body of an id."""
        return self.index.body(entity_id)

    def topic(self, topic_id: str) -> Topic:
        """The topic of an id."""
        return self.index.topic(topic_id)

    def reports_of(self, owner: str) -> tuple[Report, ...]:
        """The reports that an agency or a body publishes, in document order."""
        return self.index.reports_of(owner)

    def chaired_by(self, agency: str) -> tuple[Body, ...]:
        """The bodies that an agency chairs."""
        return self.index.chaired_by(agency)

    def doing(self, topic: str) -> tuple[Doing, ...]:
        """Who has duties on a topic or on one nested in it, in document order."""
        return self.tables.doing(topic)


def places(*statements: object) -> tuple[tuple[str, int], ...]:
    """The places of duties, statements and entities, each once, in order."""
    found: list[tuple[str, int]] = []
    for statement in statements:
        place = statement if isinstance(statement, Place) else getattr(statement, "place", None)
        if isinstance(place, Place):
            found.append((place.section, place.paragraph))
    return tuple(dict.fromkeys(found))


def owners(doings: Iterable[Doing]) -> tuple[str, ...]:
    """The ids of those who do."""
    return unique(doing.id for doing in doings)


def is_dated_apart(body: Body, view: View) -> bool:
    """Whether the law of a body has a year that its name does not say already."""
    year = body.origin.year if body.origin else None
    return bool(year and body.origin and str(year) not in view.entity(body.origin.law).name.fr)
