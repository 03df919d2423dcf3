"""A law in the place of what it created."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, talk


@pytest.mark.parametrize(
    ("law", "line"),
    [("jvta", "describe jvta"), ("tvpa_2003", "get origin tvpa_2003")],
)
def test_a_law_in_the_place_of_what_it_created_is_described(law: str, line: str) -> None:
    reply, _ = talk(asked("et la loi de 2015", law, forms="~same"), after("get origin pitf"))
    assert reply.queries == (line,)
