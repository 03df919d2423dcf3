"""What nobody does both of is asked on the new matter alone."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.reading.finer.of_one_matter import of_one_matter

THREE = "among=dol,dos,usaid"
BOTH = f"select agency does=civil_society+conflict_crisis {THREE}"
BEFORE = f"select agency does=civil_society {THREE}"


@pytest.mark.parametrize(
    ("topics", "line", "before", "expected"),
    [
        ("conflict_crisis", BOTH, BEFORE, f"select agency does=conflict_crisis {THREE}"),
        ("conflict_crisis civil_society", BOTH, BEFORE, BOTH),
        ("conflict_crisis", BOTH, "select law", BOTH),
        (
            "training",
            "select agency does=investigation+training",
            "select agency does=investigation",
            "select agency does=investigation+training",
        ),
    ],
    ids=["nobody does both", "both are asked", "asked of something else", "somebody does both"],
)
def test_it_is_asked_of_the_new_matter_alone(
    topics: str, line: str, before: str, expected: str
) -> None:
    question = asked("et pour cela ?", topics=topics)
    assert write(of_one_matter(read(line), question, view().world, after(before))) == expected
