"""The pages of agencies, bodies and committees."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.grammar import Noun, number, sentence
from vigie.answers.typography import typeset
from vigie.knowledge.model.organisations import Agency, Body, Committee
from vigie.pages import phrases
from vigie.pages.book import Book
from vigie.pages.parts import Block, Fact

UNDESCRIBED = "Le document nomme cet organisme, sans dire ce qu’il fait"


def agency(one: Agency, book: Book) -> Iterator[Block]:
    """What an agency does, publishes and runs, and where it sits."""
    said = phrases.duties(one.duties, book)
    it = format(Noun(one.name), "il")
    yield Block("actions", f"Ce qu’{it} fait contre la traite", said or _undescribed(one, book))
    reports = book.index.reports_of(one.id)
    yield Block("rapports", "Rapports", tuple(phrases.publishes(r, book) for r in reports))
    programmes = book.index.programmes_of(one.id)
    runs = tuple(phrases.runs(programme, book) for programme in programmes)
    yield Block("programmes", "Programmes et services", runs)
    yield Block("instances", f"Où {it} siège", phrases.seats(one, book))
    if one.white_house:
        attached = phrases.line("la Maison-Blanche", one.place, book)
        yield Block("rattachement", "Rattachement", (attached,))


def _undescribed(one: Agency, book: Book) -> tuple[Fact, ...]:
    return (Fact((UNDESCRIBED,), book.place(one.place)),)


def body(one: Body, book: Book) -> Iterator[Block]:
    """What a body is for, where it comes from, who sits in it and what it publishes."""
    role = [phrases.says(one, one.mission.says, one.mission.place, book)]
    role += phrases.duties(one.duties, book)
    if one.level:
        role.append(phrases.line(one.level.says, one.level.place, book))
    yield Block("role", "Rôle", tuple(role))
    yield Block("origine", "Origine", _origin(one, book))
    if one.chair:
        chair = phrases.whole(book.index.agency(one.chair.agency), book)
        fact = Fact(chair.pieces, book.place(one.chair.place))
        yield Block("presidence", "Présidence", (fact,))
    yield Block("conseil", "Conseil", _advice(one, book))
    committees = tuple(phrases.whole(c, book) for c in book.index.committees_of(one.id))
    yield Block("comites", "Comités permanents", committees, ordered=True)
    yield Block("membres", "Membres", members(one, book))
    reports = book.index.reports_of(one.id)
    yield Block("rapports", "Rapports", tuple(phrases.publishes(r, book) for r in reports))


def _origin(one: Body, book: Book) -> tuple[Fact, ...]:
    if one.origin is None:
        return ()
    law = book.index.entity(one.origin.law)
    year = one.origin.year
    dated = f" ({year})" if year and str(year) not in law.name.fr else ""
    pieces = phrases.whole(law, book).pieces
    return (Fact((*pieces, dated) if dated else pieces, book.place(one.origin.place)),)


def _advice(one: Body, book: Book) -> tuple[Fact, ...]:
    """Whom it advises, and who advises it."""
    found = []
    if one.advises:
        advised = book.index.body(one.advises)
        found.append(Fact(("Conseille ", *phrases.named(advised, "bref", book))))
    for other in book.knowledge.bodies:
        if other.advises == one.id:
            found.append(Fact(("Reçoit l’avis ", *phrases.named(other, "bdu", book))))
    return tuple(found)


def members(one: Body, book: Book) -> tuple[Fact, ...]:
    """Who sits in a body: in words, then each agency, those only named apart."""
    if one.members is None:
        return ()
    found = [phrases.line(one.members.who, one.members.place, book)]
    if one.members.appointed:
        text = sentence(f"ses membres {one.members.appointed.says}")
        found.append(phrases.line(text, one.members.appointed.place, book))
    listed = book.index.members(one.id)
    where = book.place(one.members.list_place)
    for title, group in _groups(listed):
        below = tuple(phrases.whole(member, book) for member in group)
        found.append(Fact((f"{title} ({len(group)})",), where, below=below))
    return tuple(found)


def _groups(listed: tuple[Agency, ...]) -> Iterator[tuple[str, tuple[Agency, ...]]]:
    described = tuple(one for one in listed if one.duties)
    named = tuple(one for one in listed if not one.duties)
    if described:
        yield "Décrits par le document", described
    if named:
        yield "Seulement nommés", named


def committee(one: Committee, book: Book) -> Iterator[Block]:
    """Where a committee belongs, and its theme."""
    above = book.index.body(one.body)
    every = book.index.committees_of(one.body)
    among = f"L’un des {number(len(every))} comités permanents "
    facts = (
        Fact((among, *phrases.named(above, "bdu", book)), book.place(one.place)),
        Fact((typeset(f"Thème : {one.theme}"),), book.place(one.place)),
    )
    yield Block("place", "Place et thème", facts)
    topics = tuple(Fact((book.topic(topic),)) for topic in one.topics)
    yield Block("sujets", "Sujets", topics)
    others = tuple(phrases.whole(other, book) for other in every if other != one)
    yield Block("autres", "Autres comités", others)
