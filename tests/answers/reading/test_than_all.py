"""Who else is asked for beside all who were told, not beside one of them."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading.finer.than_all import than_all

ONE = "select agency does=prosecution except=eeoc"
MANY = "select agency does=training except=dod"
SEVEN = Focus(shown=("dod", "doj", "doi", "usda", "hhs", "dot", "dhs"))
MANY_LESS = "select agency does=training except=dod,doj,doi,usda,hhs,dot,dhs"
TOLD = Focus(shown=("doj", "eeoc"))


@pytest.mark.parametrize(
    ("words", "line", "focus", "expected"),
    [
        ("qui d autre", ONE, TOLD, "select agency does=prosecution except=doj,eeoc"),
        ("et hormis elle", ONE, TOLD, ONE),
        ("et les autres", ONE, TOLD, ONE),
        ("qui d autre", MANY, SEVEN, MANY_LESS),
        ("qui d autre", ONE, Focus(shown=("doj", "dhs")), ONE),
        ("qui d autre", ONE, Focus(shown=("eeoc",)), ONE),
        ("qui d autre", "select agency does=prosecution", TOLD, "select agency does=prosecution"),
    ],
    ids=[
        "others",
        "of one",
        "the others",
        "than all of many",
        "not told",
        "one was told",
        "nobody left out",
    ],
)
def test_all_who_were_told_are_left_out(words: str, line: str, focus: Focus, expected: str) -> None:
    assert write(than_all(read(line), asked(words), view().world, focus)) == expected


def test_one_who_is_named_alone_is_left_out() -> None:
    assert than_all(read(ONE), asked("d autre que", names="eeoc"), view().world, TOLD) == read(ONE)


def test_several_verdicts_are_about_all_of_them() -> None:
    claims = "verify does(usaid,international_programmes) & does(dos,international_programmes)"
    assert after(claims).subjects == ("usaid", "dos")
