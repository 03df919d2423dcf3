"""What is asked of a thing that only the next stretch of the message names."""

from __future__ import annotations

import pytest

from tests.answers.made import asked
from vigie.answers.awaiting import in_order
from vigie.answers.question import Question

LEVEL = asked("le niveau", forms="get level ?")
DATE = asked("quand", forms={"get date ?": 0.8})
ORIGIN = asked("et par quelle loi a ete cree le", names="pitf", forms="get origin ?")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([LEVEL, ORIGIN], [1, 0]),
        ([LEVEL, DATE, ORIGIN], [2, 0, 1]),
        ([ORIGIN, LEVEL], [0, 1]),
        ([LEVEL, ORIGIN, DATE], [1, 0, 2]),
    ],
    ids=["one", "two in a row", "the last has no next", "between"],
)
def test_what_names_nothing_is_read_after_the_next(
    parts: list[Question], expected: list[int]
) -> None:
    assert in_order(parts) == expected


@pytest.mark.parametrize(
    "part",
    [
        asked("son niveau", forms="get level ?"),
        asked("le niveau du", names="spog", forms="get level ?"),
        asked("qui la preside", forms="select agency chairs=?"),
        asked("le niveau", forms={"get level ?": 0.3}),
        asked("bon alors dites moi un peu le niveau", forms="get level ?"),
    ],
    ids=["a word stands for it", "named", "no attribute", "hardly", "much more"],
)
def test_what_may_be_of_something_else_is_read_in_its_place(part: Question) -> None:
    assert in_order([part, ORIGIN]) == [0, 1]


def test_what_the_next_speaks_of_may_be_meant_before_it() -> None:
    """ "L'amandement date de quand, et il a créé quoi ?": who mistypes a name still says it."""
    mistyped = asked("l amandement date de quand", forms="get date ?")
    assert in_order([mistyped, asked("et il a cree quoi", forms="select body by=?")]) == [0, 1]
