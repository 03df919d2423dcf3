"""The pages that show all things of a sort, all topics, and who sits where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vigie.answers.grammar import Noun, capital, listing
from vigie.answers.typography import typeset
from vigie.knowledge.model.knowledge import Entity
from vigie.knowledge.model.measures import Law, Programme, Report
from vigie.knowledge.model.organisations import Agency, Committee
from vigie.pages import phrases, questions
from vigie.pages.book import HOME, SECTIONS, STRUCTURE, Book, title
from vigie.pages.drawing import draw
from vigie.pages.linked import listed
from vigie.pages.parts import Block, Fact, Link, Page
from vigie.pages.structure import outline
from vigie.pages.topics import everything

HEADINGS = {
    "agency": "Les organismes fédéraux",
    "body": "Les instances",
    "committee": "Les comités permanents",
    "report": "Les rapports",
    "programme": "Les programmes et services",
    "law": "Les lois",
}
LEADS = {
    "agency": "Les organismes que le document cite, dans son ordre.",
    "body": "Ce qui réunit des organismes ou des personnes contre la traite.",
    "committee": "Les groupes de travail permanents d’une instance, avec leur thème.",
    "report": "Les publications que le document cite, et qui les publie.",
    "programme": "Ce que des organismes mènent, financent ou délivrent sous un nom.",
    "law": "Les lois que le document cite.",
}


def of(kind: str, things: Sequence[Entity], book: Book) -> Page:
    """The list of all things of a sort."""
    slug, _ = SECTIONS[kind]
    ids = {one.id for one in things}
    return Page(
        path=f"/{slug}",
        heading=HEADINGS[kind],
        lead=LEADS[kind],
        summary=f"{LEADS[kind][:-1]} : {_named(things)}.".replace(" :", "\u00a0:"),
        crumbs=(HOME,),
        blocks=tuple(block for block in _blocks(kind, things, book) if block.facts),
        questions=questions.general(book)[:2],
        changes=book.changes((), ids),
        beyond=book.beyond(*(one.name for one in things)),
        near=(STRUCTURE,),
        about=listed(things, book),
    )


def _named(things: Sequence[Entity], most: int = 6) -> str:
    names = [one.name.acronym or capital(one.name.fr) for one in things[:most]]
    return typeset(", ".join(names) + "…" if len(things) > most else listing(names))


def _blocks(kind: str, things: Sequence[Entity], book: Book) -> Iterator[Block]:
    if kind != "agency":
        yield Block("liste", f"{HEADINGS[kind]} ({len(things)})", _facts(things, book))
        return
    described = [one for one in things if isinstance(one, Agency) and one.duties]
    named = [one for one in things if isinstance(one, Agency) and not one.duties]
    yield Block("decrits", f"Décrits par le document ({len(described)})", _facts(described, book))
    yield Block("nommes", f"Seulement nommés ({len(named)})", _facts(named, book))


def _facts(things: Sequence[Entity], book: Book) -> tuple[Fact, ...]:
    return tuple(_fact(one, book) for one in things)


def _fact(one: Entity, book: Book) -> Fact:
    found = phrases.whole(one, book)
    return Fact(found.pieces, book.place(one.place), below=_told(one, book))


def _told(one: Entity, book: Book) -> tuple[Fact, ...]:
    """In a line, what matters most of a thing."""
    if isinstance(one, Report | Programme):
        return (Fact(phrases.named(book.index.owner(one), "Seul", book)),)
    if isinstance(one, Committee):
        return (Fact(("Comité ", *phrases.named(book.index.body(one.body), "bdu", book))),)
    if isinstance(one, Law) and one.year:
        return (Fact((str(one.year),)),)
    return ()


def topics(book: Book) -> Page:
    """The list of all topics."""
    slug, _ = SECTIONS["topic"]
    facts = everything(book)
    agencies = {agency.id for agency in book.knowledge.agencies}
    return Page(
        path=f"/{slug}",
        heading="Les sujets",
        lead="Par sujet, dans l’ordre alphabétique\u00a0: les organismes et les instances dont le "
        "document dit qu’ils s’en occupent.",
        summary="Par sujet, qui agit contre la traite dans l’État fédéral américain\u00a0: "
        "enquêtes, aide aux victimes, formation, travail des enfants…",
        crumbs=(HOME,),
        blocks=(Block("sujets", f"Les sujets ({len(book.knowledge.topics)})", facts),),
        questions=tuple(q for one in book.knowledge.topics[6:8] for q in questions.on(one, book)),
        changes=book.changes((), agencies),
        near=(STRUCTURE,),
    )


def structure(book: Book) -> Page:
    """Who sits where: the list, and the drawing of the same."""
    agencies = book.knowledge.agencies
    bodies = book.knowledge.bodies
    both: tuple[Entity, ...] = (*agencies, *bodies)
    whole = tuple(
        Block(
            one.id,
            title(one.name),
            tuple(phrases.line(said.says, said.place, book) for said in one.statements),
        )
        for one in book.knowledge.contexts
    )
    names = [format(Noun(body.name), "bref") for body in bodies]
    return Page(
        path=STRUCTURE.path,
        heading="Qui siège où",
        lead=typeset(f"La structure fédérale contre la traite : {listing(names)}."),
        summary=typeset(
            f"{capital(listing(names))} : qui les préside, qui y siège, quels comités en dépendent."
        ),
        crumbs=(HOME,),
        blocks=(Block("liste", "En liste", outline(book)), *whole),
        questions=questions.general(book),
        changes=book.changes((), {one.id for one in both}),
        beyond=book.beyond(*(one.name for one in (*both, *book.knowledge.committees))),
        near=tuple(Link(name, f"/{slug}") for slug, name in SECTIONS.values()),
        template="structure.html",
        more={"drawing": draw(book)},
        about=listed(bodies, book),
    )
