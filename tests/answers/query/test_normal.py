"""Queries that ask the same have one form, whichever way they were written."""

from __future__ import annotations

import pytest

from vigie.answers.query.line import read
from vigie.answers.query.normal import normal
from vigie.answers.query.write import write

SAME = {
    "conditions in any order": (
        "select agency kind=department does!=training does=investigation",
        "select agency does=investigation does!=training kind=department",
    ),
    "those who do it, set aside": (
        "select agency does=awareness except={agency does=training}",
        "select agency does=awareness does!=training",
    ),
    "those who do not, set aside": (
        "count report except={report by!=dol}",
        "count report by=dol",
    ),
    "one named beside those who do it": (
        "select agency in=pitf except=doj,{agency does=training}",
        "select agency does!=training in=pitf except=doj",
    ),
    "a list narrowed to one of those that it was of": (
        "select report by=doj/dol by=dol about=child_labour",
        "select report by=dol about=child_labour",
    ),
    "that one does it, and is alone": (
        "verify does(dos,international_programmes) & only(does(dos,international_programmes))",
        "verify only(does(dos,international_programmes))",
    ),
    "two things done": (
        "select agency does=training does=investigation",
        "select agency does=training+investigation",
    ),
}


@pytest.mark.parametrize(("written", "other"), SAME.values(), ids=SAME)
def test_they_have_one_form(written: str, other: str) -> None:
    assert write(normal(read(written))) == write(normal(read(other)))


def test_what_is_set_aside_by_two_conditions_is_no_denial() -> None:
    line = "select agency does=awareness except={agency does=training kind=department}"
    assert write(normal(read(line))) == line


def test_two_claims_of_which_neither_makes_the_other_stay_two() -> None:
    line = "verify does(doj,training) & only(does(doj,investigation))"
    assert write(normal(read(line))) == line
