"""What is somebody's is said by whose it is, and found again."""

from __future__ import annotations

import pytest

from tests.answers.made import view
from vigie.answers.query.line import read
from vigie.answers.query.owned import by_owner, settled
from vigie.answers.query.write import write

SAID = {
    "a report": ("get frequency ag_report", {"doj"}, "get frequency {report by=doj}"),
    "a claim on it": (
        "verify freq(tip_report,annual)",
        {"dos", "doj"},
        "verify freq({report by=dos},annual)",
    ),
    "set aside": (
        "select report except=tip_report",
        {"dos"},
        "select report except={report by=dos}",
    ),
    "two": (
        "compare ag_report tip_report",
        {"doj", "dos"},
        "compare {report by=doj} {report by=dos}",
    ),
    "one of two": (
        "compare ag_report tip_report",
        {"dos", "ag_report"},
        "compare ag_report {report by=dos}",
    ),
}
AS_IT_IS = {
    "named itself": ("describe ag_report", {"doj", "ag_report"}),
    "its owner not named": ("describe ag_report", {"dos"}),
    "one of several": ("describe goods_list", {"dol"}),
    "its owner said already": ("verify publishes(doj,ag_report)", {"doj"}),
    "of nobody": ("describe pitf", {"dos"}),
}


@pytest.mark.parametrize(("line", "named", "expected"), SAID.values(), ids=SAID)
def test_a_thing_is_said_by_its_owner(line: str, named: set[str], expected: str) -> None:
    world = view().world
    told = by_owner(read(line), named, world)
    assert write(told) == expected
    assert read(expected) == told
    assert settled(told, world) == read(line)


@pytest.mark.parametrize(("line", "named"), AS_IT_IS.values(), ids=AS_IT_IS)
def test_where_that_does_not_tell_it_is_as_it_is(line: str, named: set[str]) -> None:
    assert by_owner(read(line), named, view().world) == read(line)


@pytest.mark.parametrize("line", ["describe {report by=dol}", "select report by=doj"])
def test_what_is_several_or_the_list_asked_for_stays(line: str) -> None:
    assert settled(read(line), view().world) == read(line)
