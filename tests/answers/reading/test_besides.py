"""What is asked beside what was just told, and a law in the place of what it created."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, talk

WHAT_ELSE = {
    "of the campaign that was described": (
        ["describe blue_campaign"],
        "elle fait quoi d autre",
        "describe dhs about!=public_campaigns+awareness",
    ),
    "of what was told of it": (
        ["describe dhs about=investigation"],
        "et a part ca il fait quoi",
        "describe dhs about!=investigation",
    ),
    "it was one of a list": (
        ["select agency does=investigation"],
        "et le deuxieme il fait quoi d autre",
        "describe dhs",
    ),
    "of what was confirmed": (
        ["verify does(dhs,training)"],
        "que fait le dhs d autre",
        "describe dhs about!=training",
    ),
    "what was denied is not left out": (
        ["verify does(dhs,farming)"],
        "que fait le dhs d autre",
        "describe dhs",
    ),
    "nothing was told of it": (["describe pitf"], "le dhs fait quoi d autre", "describe dhs"),
    "all is asked beside": (
        ["describe blue_campaign"],
        "elle fait quoi d autre en tout",
        "describe dhs",
    ),
    "all of it is asked": (["describe blue_campaign"], "elle fait quoi", "describe dhs"),
}


@pytest.mark.parametrize(("before", "words", "line"), WHAT_ELSE.values(), ids=WHAT_ELSE)
def test_what_else_leaves_out_what_was_told(before: list[str], words: str, line: str) -> None:
    reply, _ = talk(asked(words, "dhs", forms="describe ?"), after(*before))
    assert reply.queries == (line,)


@pytest.mark.parametrize(
    ("law", "line"),
    [("jvta", "describe jvta"), ("tvpa_2003", "get origin tvpa_2003")],
)
def test_a_law_in_the_place_of_what_it_created_is_described(law: str, line: str) -> None:
    reply, _ = talk(asked("et la loi de 2015", law, forms="~same"), after("get origin pitf"))
    assert reply.queries == (line,)
