"""Who is right on what was just told: a verdict on a claim that is named, or on nobody."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, said, talk

CLAIMED = ("la justice preside la pitf", "verify chairs(doj,pitf)")
TOLD = ("que fait le dol", "describe dol")
NAMED = "Je comprends : « Le DoJ préside la PITF : est-ce exact ? »"
JUDGE = "Je ne sais pas au juste ce que chacun a dit"


@pytest.mark.parametrize(
    ("words", "before", "begins"),
    [
        ("donc ma collegue a tort", CLAIMED, NAMED),
        ("oui ou non mon mari se trompe", CLAIMED, NAMED),
        ("j avais raison et elle avait tort", CLAIMED, NAMED),
        ("donc ma consoeur a tort", TOLD, JUDGE),
    ],
    ids=["a colleague", "yes or no", "two people", "of no claim"],
)
def test_it_judges_the_claim_or_nobody(words: str, before: tuple[str, str], begins: str) -> None:
    text, form = before
    (_, focus) = talk(asked(text, forms=form))
    assert said(talk(asked(words), focus)[0]).startswith(begins)


@pytest.mark.parametrize(
    "words",
    ["vous avez tort", "le document se trompe", "l agriculture enquete aussi, il se trompe"],
)
def test_it_leaves_what_is_said_of_vigie_or_claims_more(words: str) -> None:
    (_, focus) = talk(asked(CLAIMED[0], forms=CLAIMED[1]))
    text = said(talk(asked(words), focus)[0])
    assert not text.startswith((NAMED, JUDGE))
