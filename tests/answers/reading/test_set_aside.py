"""Who is set aside of several, and who the others are that a number tells."""

from __future__ import annotations

import pytest

from tests.answers.made import after, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reading.finer.only_named import only_named
from vigie.answers.reading.finer.set_aside import set_aside
from vigie.nlu.text import fold

NAMES = {"EEOC": "eeoc", "DoJ": "doj", "DHS": "dhs"}
THREE = "compare eeoc doj dhs"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("pas l'EEOC, le DoJ et le DHS", THREE, "compare doj dhs"),
        ("l'EEOC, le DoJ et le DHS", THREE, THREE),
        ("pas l'EEOC, le DoJ", "compare eeoc doj", "compare eeoc doj"),
        ("je ne connais pas l'EEOC, le DoJ et le DHS", THREE, THREE),
        ("le DoJ, pas l'EEOC", "describe eeoc doj", "describe doj"),
    ],
    ids=["one of three", "none", "too few would be left", "a verb is denied", "described"],
)
def test_who_is_refused_is_not_compared(text: str, line: str, expected: str) -> None:
    places = ((text.index(name), name) for name in NAMES if name in text)
    named = tuple(Mention((NAMES[n],), "agency", at, at + len(n)) for at, n in sorted(places))
    assert write(set_aside(read(line), Question(text, mentions=named))) == expected


NAMED = "select agency in=pitf described=no"
ALL_BUT = "select agency in=pitf except=dos"


@pytest.mark.parametrize(
    ("words", "before", "expected"),
    [
        ("c est qui les 4 autres", "get composition pitf", NAMED),
        ("et les quatre autres", "get number pitf", NAMED),
        ("c est qui les 5 autres", "get composition pitf", ALL_BUT),
        ("c est qui les autres", "get composition pitf", ALL_BUT),
        ("c est qui les 4 autres", "select agency does=training", ALL_BUT),
        ("et des 4 qui forment les autres", "get composition pitf", ALL_BUT),
    ],
    ids=["figures", "letters", "another number", "no number", "another list", "not of them"],
)
def test_as_many_others_as_are_only_named_are_those(words: str, before: str, expected: str) -> None:
    focus: Focus = after(before)
    told = only_named(read(ALL_BUT), Question(words, fold(words)), view().world, focus)
    assert write(told) == expected


@pytest.mark.parametrize("line", ["select report by=dos", "select agency does=training"])
def test_others_of_another_sort_are_asked_for_as_they_are(line: str) -> None:
    question = Question("et les 4 autres ?", "et les 4 autres")
    told = only_named(read(line), question, view().world, after("get composition pitf"))
    assert told == read(line)


def test_a_claim_is_not_of_what_a_message_says_that_it_is_not_of() -> None:
    line = "verify number(council,11) & survivors(pitf,survivors)"
    text = "je parlais du Conseil et non de la PITF : ses onze membres sont tous des rescapés ?"
    names = (
        Mention(("council",), "body", text.index("Conseil"), text.index(" et")),
        Mention(("pitf",), "body", text.index("PITF"), text.index(" :"), excluded=True),
    )
    meant = "verify number(council,11) & survivors(council,survivors)"
    said = Question(text, words=fold(text), mentions=names)
    assert write(set_aside(read(line), said)) == meant
    kept = Question(text[11:], words=fold(text[11:]), mentions=names)  # without "je parlais"
    assert write(set_aside(read(line), kept)) == line
