"""What the document says, as rows: which things stand in which relation, and what proves it.

Made from the entries of knowledge/: a new entry of any kind adds its rows.
"""

from __future__ import annotations

from collections.abc import Iterable

from vigie.answers.query.model import Select
from vigie.answers.query.relations import RELATIONS
from vigie.knowledge.model.entry import Place
from vigie.knowledge.model.knowledge import Entity
from vigie.knowledge.model.measures import Law, Programme, Report
from vigie.knowledge.model.organisations import Agency, Body, Committee, Members, Origin
from vigie.knowledge.query import Index


class World:
    """The rows of every relation, and what proves each. Made once from the knowledge.

    `holds[relation]` leads from the left side to what stands on the right, in document order;
    `places` tells where the document says so. `found` is what `evaluate.find` remembers: nothing
    that somebody typed.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self.order: dict[str, tuple[str, ...]] = {}
        self.holds: dict[str, dict[str, dict[str, tuple[Place, ...]]]] = {
            name: {} for name in RELATIONS
        }
        for entity in index.knowledge.entities:
            kind = index.kind(entity)
            self.order[kind] = (*self.order.get(kind, ()), entity.id)
            self._rows(entity)
        self.order["event"] = self._dated()
        self.found: dict[Select, tuple[str, ...]] = {}

    def _dated(self) -> tuple[str, ...]:
        """What has a date of its own, the oldest first; of a year, laws before reports."""
        some = (*self.sort("law"), *self.sort("report"))
        dated = [(years[0], one) for one in some if (years := self.right("year", one))]
        return tuple(one for _, one in sorted(dated, key=lambda pair: pair[0]))

    def sort(self, kind: str) -> tuple[str, ...]:
        """All the things of a sort, in the order of the document."""
        return self.order.get(kind, ())

    def kind(self, ident: str) -> str:
        """The sort of a thing."""
        return str(self.index.kind(self.index.entity(ident)))

    def right(self, relation: str, left: str) -> tuple[str, ...]:
        """What `left` stands in `relation` with."""
        return tuple(self.holds[relation].get(left, ()))

    def left(self, relation: str, right: str) -> tuple[str, ...]:
        """What stands in `relation` with `right`."""
        return tuple(one for one, row in self.holds[relation].items() if right in row)

    def places(self, relation: str, left: str, right: str) -> tuple[Place, ...]:
        """Where the document says that it holds; nothing where it does not."""
        return self.holds[relation].get(left, {}).get(right, ())

    def _add(self, relation: str, left: str, right: object, *places: Place | None) -> None:
        row = self.holds[relation].setdefault(left, {})
        known = row.get(str(right), ())
        row[str(right)] = (*known, *(p for p in places if p is not None and p not in known))

    def _rows(self, entity: Entity) -> None:
        if isinstance(entity, Agency):
            self._agency(entity)
        elif isinstance(entity, Body):
            self._body(entity)
        elif isinstance(entity, Committee):
            self._add("of", entity.id, entity.body, entity.place)
            self._add("rank", entity.id, entity.order, entity.place)
            self._about(entity)
        elif isinstance(entity, Report):
            self._report(entity)
        elif isinstance(entity, Programme):
            self._add("runs", entity.owner, entity.id, entity.relation.place)
            self._about(entity)
        elif isinstance(entity, Law):
            self._law(entity)

    def _topics(self, topics: Iterable[str]) -> tuple[str, ...]:
        """These topics and the broader ones in which they are nested."""
        found = list(dict.fromkeys(topics))
        for topic in found:
            found += [one for one in self.index.topic(topic).within if one not in found]
        return tuple(found)

    def _about(self, entity: Committee | Report | Programme) -> None:
        for topic in self._topics(entity.topics):
            self._add("about", entity.id, topic, entity.place)

    def _agency(self, agency: Agency) -> None:
        for duty in agency.duties:
            for topic in self._topics(duty.topics):
                self._add("does", agency.id, topic, duty.place)
        self._add("kind", agency.id, agency.kind, agency.place)
        if agency.kind != "department":
            self._add("kind", agency.id, "other", agency.place)
        self._add("described", agency.id, "yes" if agency.duties else "no", agency.place)
        if agency.white_house:
            self._add("house", agency.id, "white", agency.place)

    def _body(self, body: Body) -> None:
        for topic in self._topics(body.topics):
            self._add("does", body.id, topic, body.mission.place)
        for duty in body.duties:
            for topic in self._topics(duty.topics):
                self._add("does", body.id, topic, duty.place)
        if body.chair:
            self._add("chairs", body.chair.agency, body.id, body.chair.place)
        if body.advises:
            self._add("advises", body.id, body.advises, body.place)
        if body.level:
            self._add("level", body.id, "ministerial", body.level.place)
        if body.origin:
            self._origin(body.id, body.origin)
        if body.members:
            self._members(body.id, body.members)

    def _origin(self, body: str, origin: Origin) -> None:
        self._add("creates", origin.law, body, origin.place)
        law = self.index.entity(origin.law)
        dated = origin.year or (law.year if isinstance(law, Law) else None)
        if dated:
            self._add("year", body, dated, origin.place)

    def _members(self, body: str, members: Members) -> None:
        for agency in members.agencies:
            self._add("in", agency, body, members.list_place or members.place)
        who = "officials" if members.agencies else "survivors"
        self._add("survivors", body, who, members.place)
        if members.number:
            self._add("number", body, members.number, members.place)
        if members.appointed and members.appointed_by:
            self._add("appoints", members.appointed_by, body, members.appointed.place)

    def _report(self, report: Report) -> None:
        self._add("publishes", report.owner, report.id, report.place)
        self._about(report)
        self._add("kind", report.id, "list" if report.list else "report", report.place)
        if report.frequency:
            self._add("freq", report.id, report.frequency, report.place)
        if report.date:
            self._add("year", report.id, report.date.split()[-1], report.place)

    def _law(self, law: Law) -> None:
        if law.year:
            self._add("year", law.id, law.year, law.place)
        if law.amends:
            self._add("amends", law.id, law.amends, law.place)
        for body in law.creates:
            self._add("creates", law.id, body, law.about.place)
