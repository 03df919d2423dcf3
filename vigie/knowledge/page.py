"""One page of plain text about one thing: what is known of it, and where the source says it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date

from vigie.knowledge.kinds import FRENCH
from vigie.knowledge.model.entry import Place
from vigie.knowledge.model.knowledge import Context, Entity
from vigie.knowledge.model.measures import Law, Programme, Report
from vigie.knowledge.model.organisations import Agency, Body, Committee, Duty
from vigie.knowledge.query import Index

Line = tuple[str, Place | None]
Block = tuple[str, list[Line]]
"""A heading and its lines, each with the place that states it."""


def page(index: Index, entity: Entity, today: date) -> str:
    """Title, facts with their places, topics, what changed since, and other names."""
    name = entity.name
    title = name.fr[0].upper() + name.fr[1:] + (f" ({name.acronym})" if name.acronym else "")
    kind = FRENCH[index.kind(entity)]
    english = f"{name.en}, " if name.en else ""
    lines = [title, f"{english}{kind} [{entity.id}]", _where(index, entity.place)]
    for heading, facts in _blocks(index, entity):
        if facts:
            lines += ["", heading, *(_bullet(index, fact) for fact in facts)]
    for update in index.updates_for(entity.id, today):
        checked = f"vérifié le {update.checked_on}, {update.url}"
        lines += ["", "Depuis la rédaction", _bullet(index, (f"{update.text} ({checked})", None))]
    pages = {one.id: one for one in index.knowledge.source.others}
    cited = [pages[one] for one in dict.fromkeys((name.en_source, name.acronym_source)) if one]
    if cited:
        lines += ["", "Hors du document"]
        lines += [_bullet(index, (f"{one.covers} : {one.title}, {one.url}", None)) for one in cited]
    others = [f"«\u00a0{other}\u00a0»" for other in (*name.bare, *name.also)]
    if others:
        names = textwrap.fill(", ".join(others), 96, initial_indent="  ", subsequent_indent="  ")
        lines += ["", "Autres noms", names]
    return "\n".join(lines)


def _where(index: Index, place: Place) -> str:
    titles = {section.id: section.title for section in index.knowledge.source.sections}
    return f"{titles[place.section]}, §\u00a0{place.paragraph}"


def _bullet(index: Index, line: Line) -> str:
    text, place = line
    cited = f"{text} [{place.section}\u00a0§\u00a0{place.paragraph}]" if place else text
    return textwrap.fill(
        cited, 96, initial_indent="  • ", subsequent_indent="    ", break_long_words=False
    )


def _blocks(index: Index, entity: Entity) -> Iterator[Block]:
    """The headings and facts of an entity, by its kind."""
    if isinstance(entity, Agency):
        yield from _agency(index, entity)
    elif isinstance(entity, Body):
        yield from _body(index, entity)
    elif isinstance(entity, Committee):
        body = index.body(entity.body).name
        rank = f"comité permanent : {entity.theme}"
        yield body.acronym or body.fr, [(rank, entity.place)]
        yield "Sujets", _topics(index, entity.topics)
    elif isinstance(entity, Report):
        when = "chaque année" if entity.frequency else entity.date
        owner = index.owner(entity).name.fr
        yield "Auteur", [(f"{owner}{', ' + when if when else ''}", entity.place)]
        yield "Sujets", _topics(index, entity.topics)
    elif isinstance(entity, Programme):
        relation = entity.relation.says.format(it=f"« {entity.name.fr} »")
        owner = index.owner(entity).name.fr
        yield (
            "Faits",
            [
                (f"{owner} : {relation}", entity.relation.place),
                (entity.about.says, entity.about.place),
            ],
        )
        yield "Sujets", _topics(index, entity.topics)
    elif isinstance(entity, Law):
        yield from _law(index, entity)
    elif isinstance(entity, Context):
        yield "Faits", [(one.says, one.place) for one in entity.statements]


def _agency(index: Index, agency: Agency) -> Iterator[Block]:
    if not agency.duties:
        yield "Attributions", [("le document le nomme sans dire ce qu'il fait", agency.place)]
    yield "Attributions", _duties(index, agency.duties)
    yield "Rapports", [(report.name.fr, report.place) for report in index.reports_of(agency.id)]
    yield "Programmes", [(one.name.fr, one.place) for one in index.programmes_of(agency.id)]
    seats: list[Line] = []
    for body in index.memberships(agency.id):
        short = body.name.acronym or body.name.fr
        if body.members:
            seats.append((f"{short} : membre", body.members.list_place))
        if body.chair and body.chair.agency == agency.id:
            seats.append((f"{short} : présidence", body.chair.place))
    yield "Instances", seats


def _body(index: Index, body: Body) -> Iterator[Block]:
    facts: list[Line] = [(body.mission.says, body.mission.place)]
    if body.level:
        facts.append((body.level.says, body.level.place))
    if body.origin:
        law = index.entity(body.origin.law).name.fr
        year = f" ({body.origin.year})" if body.origin.year else ""
        facts.append((f"créé par : {law}{year}", body.origin.place))
    if body.chair:
        facts.append((f"présidence : {index.agency(body.chair.agency).name.fr}", body.chair.place))
    yield "Faits", facts + _duties(index, body.duties)
    yield "Comités", [(c.theme, c.place) for c in index.committees_of(body.id)]
    if body.members:
        seats: list[Line] = [(body.members.who, body.members.place)]
        if body.members.appointed:
            seats.append((body.members.appointed.says, body.members.appointed.place))
        names = [member.name.acronym or member.name.fr for member in index.members(body.id)]
        if names:
            seats.append((", ".join(names), body.members.list_place))
        yield "Membres", seats
    yield (
        "Rapports",
        [
            (f"{one.name.fr}{', ' + one.date if one.date else ''}", one.place)
            for one in index.reports_of(body.id)
        ],
    )


def _law(index: Index, law: Law) -> Iterator[Block]:
    facts: list[Line] = [(law.about.says, law.about.place)]
    if law.year:
        facts.append((f"date de {law.year}", law.place))
    if law.amends:
        facts.append((f"modifie : {index.entity(law.amends).name.fr}", law.place))
    yield "Faits", facts
    yield "A créé", [(body.name.fr, body.place) for body in index.created_by(law.id)]
    yield "Amendements", [(one.name.fr, one.place) for one in index.amendments(law.id)]


def _duties(index: Index, duties: tuple[Duty, ...]) -> list[Line]:
    return [(f"{duty.does} ({', '.join(duty.topics)})", duty.place) for duty in duties]


def _topics(index: Index, topics: tuple[str, ...]) -> list[Line]:
    return [(f"{index.topic(topic).label} ({topic})", None) for topic in topics]
