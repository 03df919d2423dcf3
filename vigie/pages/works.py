"""The pages of reports, programmes and laws."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.typography import typeset
from vigie.knowledge.model.measures import Law, Programme, Report
from vigie.pages import phrases
from vigie.pages.book import Book
from vigie.pages.parts import Block, Fact


def report(one: Report, book: Book) -> Iterator[Block]:
    """Who publishes a report, when, and on what."""
    owner = phrases.whole(book.index.owner(one), book)
    yield Block("auteur", "Qui le publie", (Fact(owner.pieces, book.place(one.place)),))
    when = "Chaque année" if one.frequency else one.date
    unsaid = "Le document ne dit pas quand il paraît"
    yield Block("date", "Parution", (phrases.line(when or unsaid, one.place, book),))
    yield Block("sujets", "Sujets", tuple(Fact((book.topic(topic),)) for topic in one.topics))


def programme(one: Programme, book: Book) -> Iterator[Block]:
    """Whose a programme is, and what it does."""
    owner = book.index.owner(one)
    relation = one.relation.says.partition("{it}")
    it = phrases.named(one, "le", book)
    shown = "".join(piece if isinstance(piece, str) else _text(piece) for piece in it)
    does = typeset(f" {relation[0]}{shown}{relation[2]}")
    facts = (
        phrases.says(one, one.about.says, one.about.place, book),
        Fact((*phrases.named(owner, "Le", book), does), book.place(one.relation.place)),
    )
    yield Block("role", "De quoi il s’agit", facts)
    yield Block("sujets", "Sujets", tuple(Fact((book.topic(topic),)) for topic in one.topics))


def _text(piece: object) -> str:
    return str(getattr(piece, "text", ""))


def law(one: Law, book: Book) -> Iterator[Block]:
    """What a law does, when it is from, what it changed and created."""
    about = [phrases.says(one, one.about.says, one.about.place, book)]
    dated = f"Elle est de {one.year}" if one.year else "Le document ne la date pas"
    if one.name.gender == "m":
        dated = f"Il est de {one.year}" if one.year else "Le document ne le date pas"
    about.append(phrases.line(dated, one.place, book))
    yield Block("role", "Ce qu’en dit le document", tuple(about))
    if one.amends:
        changed = phrases.whole(book.index.entity(one.amends), book)
        yield Block("modifie", "Texte modifié", (Fact(changed.pieces, book.place(one.place)),))
    created = book.index.created_by(one.id)
    bodies = tuple(Fact(phrases.whole(b, book).pieces, book.place(b.place)) for b in created)
    yield Block("cree", "Instance créée" if len(bodies) < 2 else "Instances créées", bodies)
    amended = tuple(phrases.whole(other, book) for other in book.index.amendments(one.id))
    yield Block("amendements", "Amendements", amended)
