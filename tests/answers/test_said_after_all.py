"""No "le document ne le dit pas" beside a fact that has the words of the claim."""

from __future__ import annotations

import pytest

from tests.answers.made import answer, asked, said, view
from vigie.answers.query.line import read
from vigie.answers.said_after_all import said_after_all


def told(words: str, line: str) -> str:
    reply = answer(line)
    assert reply is not None
    return said(said_after_all(reply, read(line), asked(words), view()))


@pytest.mark.parametrize(
    ("words", "line", "fact"),
    [
        ("compose de hauts responsables vrai ou faux", "verify is(spog,@)", "de hauts responsables"),
        ("regle a l amiable", "verify does(eeoc,@)", "règlement amiable"),
        ("obtient de l equite pour les victimes", "verify does(eeoc,@)", "en argent et en équité"),
    ],
)  # fmt: skip
def test_the_fact_stands_in_the_place_of_the_denial(words: str, line: str, fact: str) -> None:
    text = told(words, line)
    assert text.startswith("À ce sujet, le document dit seulement qu") and fact in text


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("vote les lois sur la traite", "verify does(spog,@)"),
        ("condamne les trafiquants a la prison", "verify does(doj,@)"),
        ("gele les comptes des banques", "verify does(treasury,@)"),
        ("loge les victimes etrangeres", "verify does(hhs,@)"),
        ("oui", "verify does(eeoc,@)"),
    ],
)
def test_what_no_fact_says_is_denied(words: str, line: str) -> None:
    assert told(words, line) == said(answer(line))
