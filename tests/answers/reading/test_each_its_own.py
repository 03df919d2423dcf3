"""Of several who are said to do something each, none is asked about what another does."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, talk
from vigie.answers.query.line import read
from vigie.answers.question import Mention
from vigie.answers.reading.each_its_own import crosses

EACH = "le DoL pour le travail des enfants, l'USTR pour le commerce, c'est juste ?"
BOTH = "le DoL et l'USTR pour le travail des enfants, et le DoS préside ?"
NAMES = {"DoL": "dol", "USTR": "ustr", "DoS": "dos", "DHS": "dhs"}


def _mentions(text: str) -> tuple[Mention, ...]:
    places = sorted((text.index(name), name) for name in NAMES if name in text)
    return tuple(Mention((NAMES[name],), "agency", at, at + len(name)) for at, name in places)


@pytest.mark.parametrize(
    ("text", "line", "crossed"),
    [
        (EACH, "verify does(dol,child_labour) & does(ustr,child_labour) & does(dos,trade)", True),
        (EACH, "verify does(dol,child_labour) & does(ustr,trade)", False),
        (BOTH, "verify does(dol,child_labour) & does(ustr,child_labour) & chairs(dos,pitf)", False),
        ("le DoL forme, le DHS aussi, le DoS préside ?",
         "verify does(dol,training) & does(dhs,training) & chairs(dos,pitf)", False),
        (EACH, "verify !does(dol,child_labour) & does(ustr,child_labour) & does(dos,trade)", False),
    ],
    ids=["one's matter of the other", "each its own", "of both", "aussi", "denied"],
)  # fmt: skip
def test_it_is_seen(text: str, line: str, crossed: bool) -> None:
    assert crosses(read(line), asked(text, mentions=_mentions(text))) is crossed


def test_each_is_asked_about_what_is_said_of_it() -> None:
    forms = {"verify does(?,?) & does(?,?)": 0.9}
    asks = asked(EACH, topics="child_labour trade", forms=forms, mentions=_mentions(EACH))
    reply, _ = talk(asks)
    assert reply.queries == ("verify does(dol,child_labour) & does(ustr,trade)",)
