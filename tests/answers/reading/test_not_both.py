"""Who does not do what a list before it was of: nobody does and does not."""

from __future__ import annotations

import pytest

from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.reading.finer.not_both import not_both


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "select agency does=training does!=training kind=department",
            "select agency does!=training kind=department",
        ),
        (
            "count agency does=training+grants does!=grants",
            "count agency does=training does!=grants",
        ),
    ],
    ids=["all that was asked", "one of two"],
)
def test_what_is_denied_is_not_asked_too(line: str, expected: str) -> None:
    assert not_both(read(line)) == read(expected)


@pytest.mark.parametrize(
    "line",
    [
        "select agency does=training does!=grants",
        "select agency in=pitf does!=training",
        "select agency does=training+grants",
        "describe doj",
    ],
)
def test_what_can_be_met_stays_as_it_is(line: str) -> None:
    assert write(not_both(read(line))) == write(read(line))
