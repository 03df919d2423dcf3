"""Look-ups in the knowledge: pure, typed, always in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vigie.knowledge.check_names import names_of
from vigie.knowledge.kinds import KINDS, Kind
from vigie.knowledge.model.knowledge import Entity, Knowledge, Topic
from vigie.knowledge.model.measures import Law, Programme, Report
from vigie.knowledge.model.organisations import Agency, Body, Committee
from vigie.knowledge.model.sources import Update
from vigie.knowledge.result import Result, result
from vigie.knowledge.text import key


class Index:
    """What can be asked of a `Knowledge`. An id that it does not have raises KeyError."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._entities: dict[str, Entity] = {entity.id: entity for entity in knowledge.entities}
        self._topics = {topic.id: topic for topic in knowledge.topics}
        self._named: dict[str, list[Entity]] = {}
        for entity in knowledge.entities:
            for name in dict.fromkeys(key(text) for _, text in names_of(entity.name)):
                self._named.setdefault(name, []).append(entity)

    def __contains__(self, ident: str) -> bool:
        return ident in self._entities

    def entity(self, ident: str) -> Entity:
        """The agency, body, committee, report, programme, law or context of this id."""
        return self._entities[ident]

    def agency(self, ident: str) -> Agency:
        """The agency of this id; KeyError also when the id is that of something else."""
        entity = self._entities[ident]
        if not isinstance(entity, Agency):
            raise KeyError(ident)
        return entity

    def body(self, ident: str) -> Body:
        """The body of this id; KeyError also when the id is that of something else."""
        entity = self._entities[ident]
        if not isinstance(entity, Body):
            raise KeyError(ident)
        return entity

    def is_topic(self, ident: str) -> bool:
        """Whether an id is that of a topic."""
        return ident in self._topics

    def topic(self, ident: str) -> Topic:
        """The topic of this id."""
        return self._topics[ident]

    def kind(self, entity: Entity) -> Kind:
        """What sort of thing it is, in one word."""
        return KINDS[type(entity)]

    def named(self, name: str) -> Result[Entity]:
        """What bears exactly this name, case, accents and articles apart."""
        return result(self._named.get(key(name), ()))

    def names(self) -> dict[str, tuple[Entity, ...]]:
        """Every name, folded and without articles, and what bears it."""
        return {name: tuple(entities) for name, entities in self._named.items()}

    # Topics

    def expand(self, topic_ids: Iterable[str]) -> tuple[str, ...]:
        """These topics and all those nested in them, in the order of the file."""
        wanted = {self._topics[ident].id for ident in topic_ids}
        grown = 0
        while grown != len(wanted):
            grown = len(wanted)
            wanted |= {t.id for t in self.knowledge.topics if wanted.intersection(t.within)}
        return tuple(topic.id for topic in self.knowledge.topics if topic.id in wanted)

    # Links between entities

    def owner(self, thing: Report | Programme) -> Agency | Body:
        """Who publishes the report, or runs or funds the programme."""
        entity = self._entities[thing.owner]
        assert isinstance(entity, Agency | Body)  # the loader lets no other id through
        return entity

    def reports_of(self, owner: str) -> tuple[Report, ...]:
        """The reports of an agency or a body."""
        return tuple(report for report in self.knowledge.reports if report.owner == owner)

    def programmes_of(self, owner: str) -> tuple[Programme, ...]:
        """The programmes of an agency."""
        return tuple(one for one in self.knowledge.programmes if one.owner == owner)

    def committees_of(self, body: str) -> tuple[Committee, ...]:
        """The committees of a body, by rank."""
        return tuple(one for one in self.knowledge.committees if one.body == body)

    def members(self, body: str) -> tuple[Agency, ...]:
        """The agencies that sit in a body; empty when people sit there."""
        members = self.body(body).members
        return tuple(self.agency(ident) for ident in members.agencies) if members else ()

    def memberships(self, agency: str) -> tuple[Body, ...]:
        """The bodies in which an agency sits."""
        bodies = self.knowledge.bodies
        return tuple(body for body in bodies if body.members and agency in body.members.agencies)

    def chaired_by(self, agency: str) -> tuple[Body, ...]:
        """The bodies that an agency chairs."""
        bodies = self.knowledge.bodies
        return tuple(body for body in bodies if body.chair and body.chair.agency == agency)

    def created_by(self, law: str) -> tuple[Body, ...]:
        """The bodies that a law created."""
        bodies = self.knowledge.bodies
        return tuple(body for body in bodies if body.origin and body.origin.law == law)

    def amendments(self, law: str) -> tuple[Law, ...]:
        """The amendments of a law."""
        return tuple(one for one in self.knowledge.laws if one.amends == law)

    def updates_for(self, ident: str, today: date) -> tuple[Update, ...]:
        """What changed for an entity since the document: confirmed and checked by `today`."""
        return tuple(
            update
            for update in self.knowledge.updates
            if update.about == ident
            and update.status == "confirmed"
            and date.fromisoformat(update.checked_on) <= today
        )

    def overdue(self, today: date) -> tuple[Update, ...]:
        """The updates that an editor should have checked again by `today`."""
        due = self.knowledge.updates
        return tuple(one for one in due if date.fromisoformat(one.review_by) < today)
