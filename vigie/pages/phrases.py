"""Facts as lines of a page: a phrase with a link in it, a duty with its topics."""

from __future__ import annotations

from collections.abc import Iterable

from vigie.answers.grammar import Noun, capital, sentence
from vigie.answers.typography import typeset
from vigie.knowledge.model.entry import Place
from vigie.knowledge.model.knowledge import Entity
from vigie.knowledge.model.measures import Programme, Report
from vigie.knowledge.model.organisations import Agency, Duty
from vigie.pages.book import Book, in_english, language
from vigie.pages.parts import Fact, Link, Piece


def named(entity: Entity, form: str, book: Book) -> tuple[Piece, ...]:
    """A thing in one of the forms of a noun, the link on its name alone: "de la " and "PITF"."""
    noun = Noun(entity.name)
    whole = typeset(format(noun, form))
    name = typeset(format(noun, "sigle" if form.lower().startswith("b") else "seul"))
    if not whole.endswith(name):
        return (Link(whole, book.path(entity)),)
    before = whole[: len(whole) - len(name)]
    link = Link(name, book.path(entity), language(entity.name))
    return (before, link) if before else (link,)


def whole(entity: Entity, book: Book) -> Fact:
    """A thing of a list: its name as a link, and its English name."""
    link = book.link(entity.id)
    return Fact((Link(capital(link.text), link.path, link.lang), *in_english(entity.name)))


def says(entity: Entity, text: str, place: Place, book: Book) -> Fact:
    """A sentence whose subject is the thing of the page."""
    subject = format(Noun(entity.name), "Bref")
    return Fact((typeset(sentence(f"{subject} {text}")),), book.place(place))


def line(text: str, place: Place | None, book: Book) -> Fact:
    """A phrase as a line."""
    return Fact((typeset(capital(text)),), book.place(place))


def duties(found: Iterable[Duty], book: Book) -> tuple[Fact, ...]:
    """What an agency or a body does, each with its topics."""
    return tuple(
        Fact(
            (typeset(capital(duty.does)),),
            book.place(duty.place),
            tuple(book.topic(topic) for topic in duty.topics),
        )
        for duty in found
    )


def runs(programme: Programme, book: Book) -> Fact:
    """What an owner does with a programme: "Finance la ligne ..."."""
    before, _, after = programme.relation.says.partition("{it}")
    pieces = [typeset(capital(before)), *named(programme, "le", book), typeset(after)]
    return Fact(tuple(piece for piece in pieces if piece), book.place(programme.relation.place))


def publishes(report: Report, book: Book) -> Fact:
    """A report of its publisher, and when it appears."""
    when = ", chaque année" if report.frequency else f", {report.date}" if report.date else ""
    pieces = (*whole(report, book).pieces, typeset(when))
    return Fact(tuple(piece for piece in pieces if piece), book.place(report.place))


def seats(agency: Agency, book: Book) -> tuple[Fact, ...]:
    """Where an agency sits, and what it chairs there."""
    found = []
    for body in book.index.chaired_by(agency.id):
        place = body.chair.place if body.chair else None
        found.append(Fact(("Préside ", *named(body, "bref", book)), book.place(place)))
    for body in book.index.memberships(agency.id):
        place = body.members.list_place if body.members else None
        found.append(Fact(("Membre ", *named(body, "bdu", book)), book.place(place)))
    return tuple(found)
