"""What is said of the members of a body is not asked of the body."""

from __future__ import annotations

import pytest

from tests.answers.made import view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Mention, Question
from vigie.answers.reading.finer.everyone import of_members


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        (
            "les membres de la PITF enquêtent-ils ?",
            "verify does(pitf,investigation)",
            "verify does({agency in=pitf},investigation)",
        ),
        (
            "aucun des ministères de la PITF ne forme ?",
            "verify !does(pitf,training)",
            "verify !does({agency in=pitf kind=department},training)",
        ),
        (
            "la PITF enquête-t-elle avec ses membres ?",
            "verify does(pitf,investigation)",
            "verify does(pitf,investigation)",
        ),
        (
            "les membres de la PITF, c'est le DoS qui les préside ?",
            "verify chairs(dos,pitf)",
            "verify chairs(dos,pitf)",
        ),
    ],
)
def test_members_are_asked_of_where_they_are_named(text: str, line: str, expected: str) -> None:
    start = text.index("PITF")
    question = Question(text, mentions=(Mention(("pitf",), "body", start, start + 4),))
    assert write(of_members(read(line), question, view().world)) == expected


def test_a_body_without_agencies_is_asked_of_itself() -> None:
    text = "les membres du Conseil conseillent ?"
    question = Question(text, mentions=(Mention(("council",), "body", 15, 22),))
    query = read("verify does(council,survivors_voice)")
    assert of_members(query, question, view().world) == query
