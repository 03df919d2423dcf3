"""All who are to be compared are."""

from __future__ import annotations

import pytest

from tests.answers.made import after, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reading.finer.all_compared import all_compared
from vigie.nlu.text import fold

NAMES = {"EEOC": "eeoc", "DoJ": "doj", "DHS": "dhs", "TIP": "tip_report"}
BEFORE = after("compare doj dhs about=investigation")


@pytest.mark.parametrize(
    ("text", "line", "focus", "expected"),
    [
        ("compare l'EEOC, le DoJ et le DHS", "compare eeoc doj", Focus(), "compare eeoc doj dhs"),
        (
            "et l'EEOC par rapport à ces deux-là ?",
            "compare eeoc doj about=investigation",
            BEFORE,
            "compare doj dhs eeoc about=investigation",
        ),
        ("non ! il manque l'EEOC", "compare eeoc doj", BEFORE, "compare doj dhs eeoc"),
        ("et l'EEOC par rapport au DoJ ?", "compare eeoc doj", BEFORE, "compare eeoc doj"),
        (
            "je connais l'EEOC. Quelle différence entre le DoJ et le DHS ?",
            "compare doj dhs",
            Focus(),
            "compare doj dhs",
        ),
        ("le DoJ et le DHS, pas l'EEOC", "compare doj dhs", Focus(), "compare doj dhs"),
        ("le DoJ, le DHS et le TIP", "compare doj dhs", Focus(), "compare doj dhs"),
    ],
    ids=["three named", "those two", "one lacks", "one of two", "told", "refused", "another kind"],
)
def test_a_comparison_holds_all(text: str, line: str, focus: Focus, expected: str) -> None:
    places = sorted((text.index(name), name) for name in NAMES if name in text)
    kinds = {"TIP": "report"}
    named = tuple(Mention((NAMES[n],), kinds.get(n, "agency"), at, at + len(n)) for at, n in places)
    question = Question(text, words=fold(text), mentions=named)
    assert write(all_compared(read(line), question, view().world, focus)) == expected
