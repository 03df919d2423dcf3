"""Of two claims a message denies the one whose name stands just after its "pas" or "non"."""

from __future__ import annotations

import pytest

from tests.answers.made import said, told, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Mention, Question
from vigie.answers.reading.finer.contrasted import contrasted

NAMES = {"DoS": "dos", "DHS": "dhs", "TVPA": "tvpa", "JvTA": "jvta"}
RIGHT = "verify chairs(dos,pitf) & !chairs(dhs,pitf)"
WRONG = "verify !chairs(dos,pitf) & chairs(dhs,pitf)"


def named(text: str) -> Question:
    places = sorted((text.index(name), name) for name in NAMES if name in text)
    mentions = (
        Mention((NAMES[name],), view().kind(NAMES[name]), at, at + len(name)) for at, name in places
    )
    return Question(text, mentions=tuple(mentions))


@pytest.mark.parametrize(
    ("text", "line", "meant"),
    [
        ("le DoS, et non le DHS, préside la PITF", WRONG, RIGHT),
        ("la PITF est présidée par le DoS, pas par le DHS", WRONG, RIGHT),
        ("ce n'est pas le DHS mais le DoS qui préside", WRONG, RIGHT),
        ("c'est le DHS et pas le DoS qui préside", RIGHT, WRONG),
        ("le DoS préside ? pas sûr, le DHS", WRONG, WRONG),
        ("le DoS préside, n'est-ce pas, et le DHS non", RIGHT, RIGHT),
        (
            "né de la JvTA et non de la TVPA",
            "verify !creates(jvta,council) & creates(tvpa,council)",
            "verify creates(jvta,council) & !creates(tvpa,council)",
        ),
        ("pas le DHS, le DoS", "verify chairs(dos,pitf)", "verify chairs(dos,pitf)"),
        (
            "le DoS préside et pas le DHS qui enquête",
            "verify chairs(dos,pitf) & !does(dhs,investigation)",
            "verify chairs(dos,pitf) & !does(dhs,investigation)",
        ),
    ],
)
def test_who_is_set_off_is_denied(text: str, line: str, meant: str) -> None:
    assert write(contrasted(read(line), named(text))) == write(read(meant))


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("verify !chairs(dhs,pitf) & chairs(dos,pitf)", "Oui. Le département d'État (DoS) "),
        ("verify !chairs(dos,pitf) & chairs(dhs,pitf)", "Non. Le département d'État (DoS) "),
        (RIGHT, "Oui. Le département d'État (DoS) "),
    ],
)
def test_the_verdict_is_that_of_what_is_asserted(line: str, verdict: str) -> None:
    assert said(told(line)).startswith(verdict)
