"""Who sits where, as data: the list of /structure and its drawing show the same."""

from __future__ import annotations

from dataclasses import dataclass

from vigie.answers.typography import typeset
from vigie.knowledge.model.organisations import Agency, Body, Committee
from vigie.pages import phrases
from vigie.pages.book import Book
from vigie.pages.parts import Fact, Piece

SAME = "chacun de ces organismes y est représenté"


@dataclass(frozen=True)
class Seat:
    """A body with all that belongs to it; `members` are empty where `same` names another body
    that has the same ones."""

    body: Body
    chair: Agency | None
    members: tuple[Agency, ...]
    same: Body | None
    committees: tuple[Committee, ...]
    advisers: tuple[Body, ...]

    @property
    def described(self) -> tuple[Agency, ...]:
        """The members of which the document says what they do."""
        return tuple(one for one in self.members if one.duties)

    @property
    def named(self) -> tuple[Agency, ...]:
        """The members that it only names."""
        return tuple(one for one in self.members if not one.duties)


def seats(book: Book) -> tuple[Seat, ...]:
    """The bodies that advise no other, in the order of the document, each with its advisers."""
    return tuple(seat(one, book) for one in book.knowledge.bodies if not one.advises)


def seat(body: Body, book: Book) -> Seat:
    """One body with what belongs to it."""
    index = book.index
    members = index.members(body.id)
    earlier = book.knowledge.bodies[: book.knowledge.bodies.index(body)]
    same = next((one for one in earlier if members and index.members(one.id) == members), None)
    return Seat(
        body,
        index.agency(body.chair.agency) if body.chair else None,
        () if same else members,
        same,
        index.committees_of(body.id),
        tuple(one for one in book.knowledge.bodies if one.advises == body.id),
    )


def apart(book: Book) -> tuple[Agency, ...]:
    """The agencies that sit nowhere."""
    return tuple(one for one in book.knowledge.agencies if not book.index.memberships(one.id))


def outline(book: Book) -> tuple[Fact, ...]:
    """Who sits where, as a nested list."""
    found = [_fact(one, book) for one in seats(book)]
    if apart(book):
        below = tuple(phrases.whole(one, book) for one in apart(book))
        found.append(Fact((f"Hors de ces instances ({len(below)})",), below=below))
    return tuple(found)


def _fact(one: Seat, book: Book) -> Fact:
    below = []
    if one.body.level:
        below.append(phrases.line(one.body.level.says, one.body.level.place, book))
    if one.chair and one.body.chair:
        chair = phrases.whole(one.chair, book).pieces
        below.append(Fact(("Présidence\u00a0: ", *chair), book.place(one.body.chair.place)))
    below += [_adviser(adviser, book) for adviser in one.advisers]
    if one.same and one.body.members:
        where = book.place(one.body.members.place)
        pieces = ("Membres\u00a0: ceux ", *phrases.named(one.same, "bdu", book), f"\u202f; {SAME}")
        below.append(Fact(pieces, where))
    elif one.body.members:
        below += _members(one, book)
    if one.committees:
        themes = tuple(phrases.whole(c, book) for c in one.committees)
        below.append(Fact((f"Comités permanents ({len(themes)})",), below=themes))
    return Fact(
        phrases.whole(one.body, book).pieces, book.place(one.body.place), below=tuple(below)
    )


def _members(one: Seat, book: Book) -> list[Fact]:
    members = one.body.members
    if members is None or not one.members:
        return [phrases.line(members.who, members.place, book)] if members else []
    where = book.place(members.list_place)
    groups = (("Membres décrits", one.described), ("Membres seulement nommés", one.named))
    return [
        Fact(
            (f"{title} ({len(group)})",), where, below=tuple(phrases.whole(a, book) for a in group)
        )
        for title, group in groups
        if group
    ]


def _adviser(body: Body, book: Book) -> Fact:
    who = [typeset(f" ({body.members.who})")] if body.members else []
    pieces: tuple[Piece, ...] = ("Avis donnés par ", *phrases.named(body, "le", book), *who)
    return Fact(pieces, book.place(body.place))
