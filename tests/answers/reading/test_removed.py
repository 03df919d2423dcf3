"""Who is taken out of a list by what they are is not who is asked for."""

from __future__ import annotations

import pytest

from tests.answers.made import after
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Question
from vigie.answers.reading.finer.removed import removed
from vigie.nlu.text import fold

LIST = "select agency does!=training"
CITED = f"{LIST} described=no"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("enlevez ceux qui sont juste cités", CITED, f"{LIST} described=yes"),
        ("retire ceux qui publient un rapport", f"{LIST} publishes=any", f"{LIST} publishes!=any"),
        ("gardez ceux qui sont juste cités", CITED, CITED),
        ("enlevez le DoJ, et ceux qui restent ?", LIST, LIST),
        ("enlevez ceux qui forment", f"{LIST} in!=pitf", f"{LIST} in!=pitf"),
    ],
    ids=["cited alone", "who publish", "kept", "a name", "denied already"],
)
def test_those_who_are_taken_out_are_denied(text: str, line: str, expected: str) -> None:
    question = Question(text, words=fold(text))
    assert write(removed(read(line), question, after(LIST))) == expected


def test_without_a_list_before_nothing_is_taken_out() -> None:
    question = Question("enlevez ceux-là", words=fold("enlevez ceux là"))
    assert write(removed(read(CITED), question, after("describe doj"))) == CITED
