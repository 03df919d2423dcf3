"""Every page of one state of the knowledge, by its address; each is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from vigie.answers.grammar import Noun, capital
from vigie.answers.typography import typeset
from vigie.knowledge.model.knowledge import Entity, Topic
from vigie.knowledge.model.measures import Law, Programme, Report
from vigie.knowledge.model.organisations import Agency, Body, Committee
from vigie.pages import agencies, linked, lists, questions, topics, works
from vigie.pages.book import HOME, SECTIONS, STRUCTURE, Book, language, title
from vigie.pages.parts import Block, Link, Page

Make = Callable[[], Page]

KINDS = {
    "agency": "Organisme fédéral",
    "body": "Instance",
    "committee": "Comité permanent",
    "report": "Rapport",
    "programme": "Programme ou service",
    "law": "Loi",
}
_BLOCKS: Mapping[type[Entity], Callable[[Any, Book], Iterator[Block]]] = {
    Agency: agencies.agency,
    Body: agencies.body,
    Committee: agencies.committee,
    Report: works.report,
    Programme: works.programme,
    Law: works.law,
}


def pages(book: Book) -> dict[str, Make]:
    """What makes the page of each address, in the order of the menu."""
    found: dict[str, Make] = {}
    for kind in KINDS:
        entities = tuple(e for e in book.knowledge.entities if book.index.kind(e) == kind)
        found[_list(kind).path] = _maker(lists.of, kind, entities, book)
        for entity in entities:
            found[book.path(entity)] = _maker(of, entity, book)
    found[_list("topic").path] = _maker(lists.topics, book)
    for topic in book.knowledge.topics:
        found[book.topic(topic.id).path] = _maker(on, topic, book)
    found[STRUCTURE.path] = _maker(lists.structure, book)
    return found


def _maker(make: Callable[..., Page], *given: Any) -> Make:
    return lambda: make(*given)


def _list(kind: str) -> Link:
    slug, name = SECTIONS[kind]
    return Link(name, f"/{slug}")


def of(entity: Entity, book: Book) -> Page:
    """The page of a thing."""
    kind = book.index.kind(entity)
    named = Noun(entity.name)
    others = _others(entity, book)
    return Page(
        path=book.path(entity),
        heading=title(entity.name),
        lang=language(entity.name),
        kind=KINDS[kind],
        english=entity.name.en if entity.name.en != entity.name.fr else "",
        summary=_summary(entity, capital(format(named, "le"))),
        crumbs=(HOME, _list(kind)),
        blocks=filled(_BLOCKS[type(entity)](entity, book)),
        questions=questions.of(entity, book),
        changes=book.changes({entity.id, *_owned(entity, book)}, {one.id for one in others}),
        beyond=book.beyond(entity.name, *(one.name for one in others)),
        near=_near(entity, book),
        about=linked.node(entity, book),
        more={"safety": book.knowledge.safety}
        if entity.id == book.knowledge.safety.programme
        else {},
    )


def on(topic: Topic, book: Book) -> Page:
    """The page of a topic."""
    inside = book.index.expand([topic.id])
    doers = [one for one, _ in topics.doers(inside, book)]
    named: tuple[Entity, ...] = (*doers, *topics.things(inside, book))
    link = book.topic(topic.id)
    label = typeset(topic.label)
    return Page(
        path=link.path,
        heading=link.text,
        kind="Sujet",
        summary=f"Qui s’occupe, dans l’État fédéral américain, de ce sujet\u00a0: {label}.",
        crumbs=(HOME, _list("topic")),
        blocks=filled(topics.topic(topic, book)) or topics.nobody(),
        questions=questions.on(topic, book) if doers else questions.general(book)[:2],
        changes=book.changes((), {one.id for one in named}, inside),
        beyond=book.beyond(*(one.name for one in named)),
        near=(_list("topic"), STRUCTURE),
        about=linked.term(topic, book),
    )


def filled(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Those that say something."""
    return tuple(block for block in blocks if block.facts)


def _owned(entity: Entity, book: Book) -> set[str]:
    """What an agency or a body publishes or runs: what changed there changed for it."""
    reports = {one.id for one in book.index.reports_of(entity.id)}
    return reports | {one.id for one in book.index.programmes_of(entity.id)}


def _others(entity: Entity, book: Book) -> tuple[Entity, ...]:
    """The things that the page of a thing names in English too."""
    index = book.index
    if isinstance(entity, Body):
        chair = (index.agency(entity.chair.agency),) if entity.chair else ()
        named = (*chair, *index.members(entity.id), *index.committees_of(entity.id))
        return (*named, *index.reports_of(entity.id))
    if isinstance(entity, Agency):
        return index.reports_of(entity.id)
    if isinstance(entity, Committee):
        return tuple(c for c in index.committees_of(entity.body) if c != entity)
    return (index.owner(entity),) if isinstance(entity, Report | Programme) else ()


def _near(entity: Entity, book: Book) -> tuple[Link, ...]:
    """The list it stands in, and the things before and after it there."""
    kind = book.index.kind(entity)
    every = [one for one in book.knowledge.entities if book.index.kind(one) == kind]
    place = every.index(entity)
    beside = [*every[max(0, place - 1) : place], *every[place + 1 : place + 2]]
    return (
        *(Link(title(one.name), book.path(one), language(one.name)) for one in beside),
        _list(kind),
        STRUCTURE,
    )


def _summary(entity: Entity, named: str) -> str:
    """One sentence on what the page tells."""
    if isinstance(entity, Agency) and entity.duties:
        return typeset(f"{named} {entity.duties[0].does}.")
    if isinstance(entity, Body):
        return typeset(f"{named} {entity.mission.says}.")
    if isinstance(entity, Programme | Law):
        return typeset(f"{named} {entity.about.says}.")
    return typeset(f"{named} : ce qu'en dit le document sur la lutte contre la traite.")
