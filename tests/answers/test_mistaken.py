"""Whether somebody is wrong: said of what they say, neither by "oui" nor by "non"."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, said, talk, together

CLAIMS = {
    "who is wrong": (
        "mon collegue se trompe",
        "verify chairs(doj,pitf)",
        "Ce qui est affirmé n'est pas exact. Le ",
    ),
    "who is not": ("elle a tort", "verify chairs(dos,pitf)", "Le département d'État (DoS) préside"),
    "who is right": ("il a raison", "verify chairs(doj,pitf)", "Non. Le "),
    "what is false": (
        "c est faux",
        "verify chairs(dos,pitf)",
        "Le département d'État (DoS) préside",
    ),
    "what is inexact": ("c est inexact", "verify chairs(doj,pitf)", "Ce qui est affirmé n'est pas"),
    "true or false, and true": ("vrai ou faux", "verify chairs(dos,pitf)", "Oui. Le département"),
    "true or false, and false": ("vrai ou faux", "verify chairs(doj,pitf)", "Non. Le département"),
    "a claim alone": ("c est vrai", "verify chairs(doj,pitf)", "Non. Le "),
}


@pytest.mark.parametrize(("words", "form", "lead"), CLAIMS.values(), ids=CLAIMS)
def test_a_verdict_cannot_be_heard_both_ways(words: str, form: str, lead: str) -> None:
    assert said(talk(asked(words, forms=form))[0]).startswith(lead)


def test_nor_can_that_of_several_claims() -> None:
    claims = (
        asked("la justice preside", forms="verify chairs(doj,pitf)"),
        asked("et l agriculture enquete, il se trompe ?", forms="verify does(usda,investigation)"),
    )
    text = said(talk(together(*claims))[0])
    assert text.startswith("Le document n'en dit qu'une partie : • Non. Le département d'État")
