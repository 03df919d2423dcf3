"""Who does a topic and one that is nested in it is who does the nested one."""

from __future__ import annotations

import pytest

from tests.answers.made import view
from vigie.answers.query.evaluate import find
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.reading.finer.nested import nested


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("select agency does=training+own_staff", "select agency does=own_staff"),
        (
            "count agency does=own_staff+training+farming in=pitf",
            "count agency does=own_staff+farming in=pitf",
        ),
    ],
)
def test_the_broader_topic_says_nothing_more(line: str, expected: str) -> None:
    world, told = view().world, nested(read(line), view().world)
    assert write(told) == expected
    before = read(line).select
    assert before and told.select and find(before, world) == find(told.select, world)


@pytest.mark.parametrize(
    "line",
    [
        "select agency does=training/own_staff",
        "select agency does=training+farming",
        "select agency does!=training+own_staff",
        "describe doi about=training",
    ],
    ids=["either", "not nested", "denied", "no list"],
)
def test_any_other_stays(line: str) -> None:
    assert nested(read(line), view().world) == read(line)
