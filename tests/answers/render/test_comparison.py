"""A comparison as a table: who stands where, and each fact once."""

from __future__ import annotations

import pytest

from tests.answers.made import tables, view
from vigie.answers.render.comparison import compare
from vigie.answers.reply import Table


def table_of(*ids: str) -> Table:
    table = compare(ids, view()).table
    assert table is not None
    return table


def test_agencies_stand_side_by_side_by_what_they_share_each_duty_once() -> None:
    table = table_of("doj", "dhs")
    assert table.columns == (
        "Le département de la Justice (DoJ)",
        "Le département de la Sécurité intérieure (DHS)",
    )
    heads = [row.head for row in table.rows]
    assert "Les enquêtes" in heads and heads[-2] == "Ce qu'il fait d'autre"
    for place, agency in enumerate(("doj", "dhs")):
        told = [text for row in table.rows for text in row.cells[place]]
        duties = [duty.does for duty in tables().index.agency(agency).duties]
        assert [d for d in duties if told.count(d[0].upper() + d[1:]) != 1] == []


@pytest.mark.parametrize(
    "ids", ["usaid eeoc", "pitf spog", "pitf council", "tvpa jvta", "doj dhs eeoc", "nsc doj"]
)
def test_whatever_is_compared_has_a_column_and_a_cell_that_says_something(ids: str) -> None:
    table = table_of(*ids.split())
    assert len(table.columns) == len(ids.split())
    assert all(len(row.cells) == len(table.columns) for row in table.rows)
    assert all(text for row in table.rows for cell in row.cells for text in cell)


def test_what_was_compared_is_remembered_in_the_order_asked() -> None:
    focus = compare(("dhs", "doj"), view()).focus
    assert focus is not None and focus.subjects == focus.shown == ("dhs", "doj")
