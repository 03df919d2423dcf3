"""What the document dates, in the order of time."""

from __future__ import annotations

import pytest

from tests.answers.made import in_order, said, tables, told, view
from vigie.answers.query.evaluate import find
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.render.worded import worded


def test_every_date_is_told_in_order_and_what_has_none_is_said_to() -> None:
    text = said(told("select event"))
    assert text.startswith("Le document donne trois dates, dans l'ordre :")
    assert in_order(text, ["• 2003 :", "SPOG", "• 2015 :", "Conseil", "• Octobre 2016 :"])
    assert "ne donne pas l'année de la Loi sur la protection des victimes" in text


def test_all_that_has_a_date_of_its_own_is_there() -> None:
    """A law or a report that an editor dates is among them by that alone."""
    world = tables().world
    dated = {one for one in world.holds["year"] if world.kind(one) in ("law", "report")}
    assert set(world.sort("event")) == dated
    years = [world.right("year", one)[0] for one in world.sort("event")]
    assert years == sorted(years)


@pytest.mark.parametrize(
    ("line", "has", "lacks"),
    [
        ("select event year=2003", ["2003 :", "SPOG"], ["2015", "Le document"]),
        ("count event year=2003", ["un seul fait datant de 2003 :", "SPOG"], ["2015"]),
        ("select event year=≥2003 year=≤2015", ["deux faits entre 2003 et 2015"], ["2016"]),
        ("select event year=>2010", ["deux faits", "2015", "Octobre 2016"], ["SPOG", "l'année"]),
        ("select event year=2001", ["ne cite rien datant de 2001"], ["2003"]),
        (
            "select event year=<2003",
            ["rien datant d'avant 2003", "a été amendée en 2003"],
            ["2015"],
        ),
        ("max event by=year", ["octobre 2016"], ["2015"]),
        ("verify count(event,3)", ["Oui."], []),
        ("verify count(event year=2003,2)", ["Non.", "un seul fait datant de 2003"], []),
    ],
)
def test_dates_are_narrowed_and_counted(line: str, has: list[str], lacks: list[str]) -> None:
    text = said(told(line))
    assert all(piece in text for piece in has) and not any(piece in text for piece in lacks)


def test_the_dates_of_several_are_told_the_oldest_first() -> None:
    text = said(told("get date council_report council spog"))
    assert in_order(text, ["2003", "2015", "octobre 2016"])


@pytest.mark.parametrize("line", ["select event", "select event year=2003", "count event"])
def test_it_can_be_asked_in_words(line: str) -> None:
    assert worded(read(line), view()) is not None
    assert write(read(line)) == line
    select = read(line).select
    assert select is not None and find(select, tables().world)
