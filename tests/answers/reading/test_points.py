"""A point of what an agency does, picked by its place."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading.understand import understand


def best(text: str, focus: Focus) -> str:
    readings = understand(asked(text, forms={"describe ?": 0.4}), view().world, focus).readings
    return write(readings[0].query) if readings else ""


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("describe dhs", "le premier point ?", "describe dhs about=investigation"),
        ("describe dhs", "et le dernier ?", "describe dhs about=witness_stay"),
        ("describe dhs", "le 3 c'est quoi", "describe dhs about=training"),
        ("describe doj", "et le dernier ?", "describe ag_report"),
        ("describe dot", "le deuxième point", "describe dot about=training"),
        (
            "describe dhs about=investigation",
            "et le suivant ?",
            "describe dhs about=public_campaigns",
        ),
        ("describe dhs about=training", "le précédent ?", "describe dhs about=public_campaigns"),
    ],
)
def test_a_point_is_picked_by_its_place(before: str, text: str, expected: str) -> None:
    assert best(text, after(before)) == expected


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("select agency does=training", "le deuxième ?"),  # of the list
        ("describe dhs", "le dernier, il sort quand ?"),
        ("describe dhs", "le neuvième point ?"),
        ("describe spog", "le deuxième point ?"),
        ("describe treasury", "le premier point ?"),
        ("describe doj", "dernière chose, merci"),
        ("describe doj", "dernier point, le budget ?"),
        ("describe doj", "sauf le premier point"),
        ("describe doj", "deux secondes stp"),
    ],
)
def test_no_point_is_picked_where_there_is_none(before: str, text: str) -> None:
    found = best(text, after(before))
    assert "about=" not in found and "ag_report" not in found
