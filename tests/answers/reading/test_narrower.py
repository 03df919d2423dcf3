"""What is asked in the very words of a narrower topic is asked of that one."""

from __future__ import annotations

import pytest

from tests.answers.made import view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Question
from vigie.answers.reading.finer.narrower import narrower
from vigie.nlu.text import fold

OWN = "lesquels forment leurs propres employés"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        (OWN, "select agency does=training", "select agency does=own_staff"),
        (
            "le DoD forme ses propres agents ?",
            "verify does(dod,training)",
            "verify does(dod,own_staff)",
        ),
        (
            "comment le DoI forme ses agents",
            "describe doi about=training",
            "describe doi about=own_staff",
        ),
    ],
)
def test_the_narrower_topic_is_asked_about(text: str, line: str, expected: str) -> None:
    assert write(narrower(read(line), Question(text, fold(text)), view().world)) == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("lesquels forment les employés", "select agency does=training"),
        (OWN, "select agency does=investigation"),
        ("qui ne forme pas ses propres agents", "select agency does!=training"),
        ("qui aide une victime sans titre de séjour", "select agency does=victim_assistance"),
    ],
    ids=["other words", "of another topic", "denied", "a topic that does not narrow"],
)
def test_any_other_stays(text: str, line: str) -> None:
    told = narrower(read(line), Question(text, fold(text)), view().world)
    assert told == read(line)
