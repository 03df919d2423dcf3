"""Names of a list, and nothing more, ask what these are."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, talk
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reading.finer.of_the_names import of_the_names
from vigie.nlu.text import fold

NAMES = {"Trésor": "treasury", "Intérieur": "doi", "EEOC": "eeoc"}
READ = "verify kind(treasury,department) & kind(doi,department)"


def shown() -> Focus:
    """What is remembered after the list of the departments."""
    return talk(asked("les départements", forms="select agency kind=department"))[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le Trésor et l'Intérieur ?", "describe treasury doi"),
        ("Trésor, Intérieur", "describe treasury doi"),
        ("le Trésor et l'Intérieur forment ?", READ),
        ("et le Trésor ?", READ),
        ("le Trésor et l'EEOC ?", READ),
    ],
    ids=["two", "a comma", "something is asked", "one alone", "one that was not shown"],
)
def test_names_of_the_list_alone(text: str, expected: str) -> None:
    places = sorted((text.index(name), name) for name in NAMES if name in text)
    named = tuple(Mention((NAMES[n],), "agency", at, at + len(n)) for at, n in places)
    question = Question(text, words=fold(text), mentions=named)
    assert write(of_the_names(read(READ), question, shown())) == expected


def test_without_a_list_before_they_are_no_such() -> None:
    text = "le Trésor et l'Intérieur"
    named = tuple(
        Mention((NAMES[n],), "agency", text.index(n), text.index(n) + len(n))
        for n in ("Trésor", "Intérieur")
    )
    question = Question(text, words=fold(text), mentions=named)
    assert write(of_the_names(read(READ), question, Focus())) == READ
