"""/structure: the list and the drawing show the same, and nothing lies over anything."""

from __future__ import annotations

from itertools import combinations

import msgspec

from tests.pages.reading import knowledge, read
from vigie.answers.grammar import capital
from vigie.answers.typography import typeset
from vigie.knowledge.model.knowledge import Entity
from vigie.pages.book import Book
from vigie.pages.drawing import EDGE, WIDTH, Box, Drawing, draw, wrap
from vigie.pages.parts import Fact, Link
from vigie.pages.structure import outline

TODAY = __import__("datetime").date(2026, 12, 1)


def book() -> Book:
    return Book(knowledge(), TODAY)


def drawn(drawing: Drawing) -> str:
    return " ".join(words.text for words in drawing.words)


def linked(facts: tuple[Fact, ...]) -> list[str]:
    found = [piece.path for fact in facts for piece in fact.pieces if isinstance(piece, Link)]
    return found + [path for fact in facts for path in linked(fact.below)]


def test_the_list_names_every_body_member_and_committee() -> None:
    paths = linked(outline(book()))
    named: list[Entity] = [*knowledge().agencies, *knowledge().bodies, *knowledge().committees]
    for entity in named:
        assert book().path(entity) in paths


def test_described_and_only_named_members_are_counted_apart() -> None:
    text = read("/structure").text
    described = sum(1 for agency in knowledge().agencies if agency.duties)
    named = len(knowledge().agencies) - described
    for where in (text, drawn(draw(book()))):
        assert f"({described})" in where and f"seulement nommés ({named})" in where


def test_the_drawing_shows_what_the_list_shows() -> None:
    words = drawn(draw(book()))
    for agency in knowledge().agencies:
        assert typeset(agency.name.short) in words
    for committee in knowledge().committees:
        assert typeset(capital(committee.theme)) in words
    for body in knowledge().bodies:
        assert typeset(capital(body.name.fr)) in words
    dashed = [box for box in draw(book()).boxes if box.kind == "named"]
    assert len(dashed) == sum(1 for agency in knowledge().agencies if not agency.duties)


def inside(inner: Box, outer: Box) -> bool:
    return (
        outer.x <= inner.x
        and inner.x + inner.width <= outer.x + outer.width
        and outer.y <= inner.y
        and inner.y + inner.height <= outer.y + outer.height
    )


def apart(one: Box, other: Box) -> bool:
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


def test_boxes_are_within_each_other_or_apart() -> None:
    drawing = draw(book())
    for one, other in combinations(drawing.boxes, 2):
        assert apart(one, other) or inside(one, other) or inside(other, one), (one, other)
    for box in drawing.boxes:
        assert box.x >= 0 and box.x + box.width <= WIDTH
        assert box.y + box.height <= drawing.height


def test_an_agency_that_sits_nowhere_is_shown_apart() -> None:
    agency = msgspec.structs.replace(knowledge().agencies[0], id="elsewhere")
    more = msgspec.structs.replace(knowledge(), agencies=(*knowledge().agencies, agency))
    other = Book(more, TODAY)
    assert "Hors de ces instances" in drawn(draw(other))
    assert outline(other)[-1].pieces == ("Hors de ces instances (1)",)
    assert "Hors de ces instances" not in drawn(draw(book()))


def test_lines_are_as_long_as_they_may_be() -> None:
    text = "un deux trois quatre cinq"
    assert wrap(text, 90, 9) == ["un deux", "trois", "quatre", "cinq"]
    assert " ".join(wrap(text, WIDTH - EDGE, 6)) == text
