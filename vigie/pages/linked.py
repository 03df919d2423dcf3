"""What a page is about, for machines: schema.org as JSON-LD.

The document's facts alone. Addresses are those of this site; no `url` is given, for no page here
is the site of the agency that it tells of.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vigie.answers.grammar import Noun, capital
from vigie.answers.typography import typeset
from vigie.knowledge.model.entry import Name
from vigie.knowledge.model.knowledge import Entity, Topic
from vigie.knowledge.model.measures import Law, Programme, Report
from vigie.knowledge.model.organisations import Agency, Body, Committee
from vigie.pages.book import Book, bare
from vigie.pages.parts import Page

Node = dict[str, Any]

AGENCY = "GovernmentOrganization"
TYPES: dict[type[Entity], str] = {
    Agency: AGENCY,
    Body: AGENCY,
    Committee: AGENCY,
    Report: "Report",
    Programme: "GovernmentService",
    Law: "Legislation",
}


def node(entity: Entity, book: Book) -> Node:
    """What a thing is, and what it has to do with others."""
    return {**_reference(entity, book), **_names(entity.name), **_links(entity, book)}


def term(topic: Topic, book: Book) -> Node:
    """What a topic is."""
    return {"@type": "DefinedTerm", "@id": book.topic(topic.id).path, "name": typeset(bare(topic))}


def listed(things: Sequence[Entity], book: Book) -> Node:
    """What a list is."""
    items = [
        {"@type": "ListItem", "position": rank, "item": _reference(one, book)}
        for rank, one in enumerate(things, start=1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def graph(page: Page, base: str) -> Node:
    """All that is said of a page; its addresses begin with `base`."""
    crumbs = [*((one.text, one.path) for one in page.crumbs), (page.heading, page.path)]
    trail = [
        {"@type": "ListItem", "position": rank, "name": text, "item": base + path}
        for rank, (text, path) in enumerate(crumbs, start=1)
    ]
    web: Node = {
        "@type": "WebPage",
        "@id": base + page.path,
        "name": page.heading,
        "description": page.summary,
        "inLanguage": "fr",
        "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": trail},
    }
    if page.about:
        web["mainEntity"] = _absolute(page.about, base)
    return {"@context": "https://schema.org", **web}


def _absolute(value: Any, base: str) -> Any:
    """The same with whole addresses; what has an address is a thing of a page, not the page."""
    if isinstance(value, list):
        return [_absolute(one, base) for one in value]
    if not isinstance(value, dict):
        return value
    found = {key: _absolute(one, base) for key, one in value.items()}
    if "@id" in found:
        found["@id"] = f"{base}{found['@id']}#sujet"
    return found


def _reference(entity: Entity, book: Book) -> Node:
    name = typeset(capital(entity.name.fr))
    kind = TYPES.get(type(entity), "Thing")
    return {"@type": kind, "@id": book.path(entity), "name": name}


def _names(name: Name) -> Node:
    others: list[Any] = [name.acronym] if name.acronym and name.acronym != name.fr else []
    if name.en and name.en != name.fr:
        others.append({"@value": name.en, "@language": "en"})
    return {"alternateName": others} if others else {}


def _links(entity: Entity, book: Book) -> Node:
    if isinstance(entity, Agency):
        return _agency(entity, book)
    if isinstance(entity, Body):
        return _body(entity, book)
    if isinstance(entity, Committee):
        parent = book.index.body(entity.body)
        return {"parentOrganization": _reference(parent, book), "knowsAbout": _topics(entity, book)}
    if isinstance(entity, Report):
        publisher = _reference(book.index.owner(entity), book)
        return {"publisher": publisher, "about": _topics(entity, book)}
    if isinstance(entity, Programme):
        return {"provider": _reference(book.index.owner(entity), book)}
    return _law(entity, book) if isinstance(entity, Law) else {}


def _agency(one: Agency, book: Book) -> Node:
    said = [f"{capital(format(Noun(one.name), 'le'))} {duty.does}." for duty in one.duties]
    bodies = [_reference(body, book) for body in book.index.memberships(one.id)]
    found: Node = {"memberOf": bodies} if bodies else {}
    if said:
        found["description"] = typeset(" ".join(said))
    return found


def _body(one: Body, book: Book) -> Node:
    members = [_reference(member, book) for member in book.index.members(one.id)]
    committees = [_reference(c, book) for c in book.index.committees_of(one.id)]
    mission = f"{capital(format(Noun(one.name), 'bref'))} {one.mission.says}."
    found: Node = {"description": typeset(mission)}
    if members:
        found["member"] = members
    if committees:
        found["subOrganization"] = committees
    if one.origin and one.origin.year:
        found["foundingDate"] = str(one.origin.year)
    return found


def _law(one: Law, book: Book) -> Node:
    found: Node = {"jurisdiction": "US"}
    if one.year:
        found["legislationDate"] = str(one.year)
    if one.amends:
        found["legislationChanges"] = _reference(book.index.entity(one.amends), book)
    return found


def _topics(entity: Committee | Report, book: Book) -> list[str]:
    return [typeset(bare(book.index.topic(topic))) for topic in entity.topics]
