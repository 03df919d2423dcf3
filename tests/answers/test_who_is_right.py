"""Who is right on what was just told: a verdict on a claim that is named, or on nobody."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, in_order, said, talk

FALSE = ("la justice preside la pitf", "verify chairs(doj,pitf)")
DENIED = ("la justice ne preside pas la pitf", "verify !chairs(doj,pitf)")
TRUE = ("l etat preside la pitf", "verify chairs(dos,pitf)")
FUNDS = ("la sante finance la ligne", "verify runs(hhs,hotline)")
TOLD = ("que fait le dol", "describe dol")
NOT = "« Le DoJ préside la PITF : est-ce exact ? » Non, d'après le document. Le département d'État"
SO = "« Le DoS préside la PITF : est-ce exact ? » Oui, d'après le document. Le DoS"
JUDGE = "Je ne sais pas au juste ce que chacun a dit"


@pytest.mark.parametrize(
    ("words", "before", "begins"),
    [
        ("donc ma collegue a tort", FALSE, NOT),
        ("oui ou non mon mari se trompe", FALSE, NOT),
        ("j avais raison et elle avait tort", FALSE, NOT),
        ("a t il raison", FALSE, NOT),
        ("mon beau frere a tort", FALSE, NOT),
        ("ma soeur et mon frere ont tort", FALSE, NOT),
        ("lequel des deux a raison", FALSE, NOT),
        ("ils se trompaient", FALSE, NOT),
        ("selon vous qui a raison", FALSE, NOT),
        ("ma collegue a donc raison", DENIED, NOT),
        ("donc ma collegue a tort", DENIED, NOT),
        ("donc ma collegue a tort", TRUE, SO),
        ("elle a raison", TRUE, SO),
        ("donc ma consoeur a tort", TOLD, JUDGE),
        ("je laisse la phrase ou je la biffe", FALSE, NOT),
        ("donc je dois corriger", FALSE, NOT),
        ("je garde ou pas", TRUE, SO),
        ("je garde « la Justice préside, seule » ou je le biffe ?", FALSE, NOT),
        ("Donc je remplace « la Justice » par « l'État » ?", FALSE, NOT),
        ("du coup je corrige doj en dos ?", FALSE, NOT),
        (
            "elle a raison",
            FUNDS,
            "Je comprends : « Le HHS gère la ligne d'assistance : est-ce exact ? » Le",
        ),
    ],
)
def test_it_judges_the_claim_or_nobody(words: str, before: tuple[str, str], begins: str) -> None:
    text, form = before
    (_, focus) = talk(asked(text, forms=form))
    assert said(talk(asked(words), focus)[0]).startswith(begins)


@pytest.mark.parametrize(
    "words",
    [
        "vous avez tort",
        "le document se trompe",
        "le chatbot se trompe",
        "cet outil se trompe",
        "l agriculture enquete aussi il se trompe",
        "il a raison d enqueter",
        "pardon je me suis trompe",
        "je me trompe de numero",
        "pourquoi il a tort",
        "je garde mon passeport",
        "ils gardent « mon passeport » ?",
        "qui remplace le président par le secrétaire ?",
        "efface cette phrase ou non",
        "la police a raison",
    ],
)
def test_it_leaves_what_is_said_of_vigie_or_asks_more(words: str) -> None:
    (_, focus) = talk(asked(FALSE[0], forms=FALSE[1]))
    text = said(talk(asked(words), focus)[0])
    assert not text.startswith(("«", JUDGE))


def test_of_several_claims_each_is_judged() -> None:
    """A colleague was right of the one, and "oui" was said for both."""
    text = said(talk(asked("donc il a tort"), after(FALSE[1], TRUE[1]))[0])
    each = [
        "(DoJ) préside la PITF : est-ce exact ? » Non",
        "Le DoS préside la PITF : est-ce exact ? » Oui",
    ]
    assert in_order(text, ["De ce qui a été affirmé :", *each])


@pytest.mark.parametrize(
    ("words", "before", "begins"),
    [
        ("donc c est faux", FALSE, NOT),
        ("c est donc faux on est d accord", FALSE, NOT),
        ("c est faux alors", DENIED, NOT),
        ("faux donc", TRUE, SO),
        ("donc c est faux on est d accord", TOLD, "Je n'ai pas lu d'affirmation"),
    ],
)
def test_whether_it_is_false_then_is_asked_of_the_claim(
    words: str, before: tuple[str, str], begins: str
) -> None:
    text, form = before
    (_, focus) = talk(asked(text, forms=form))
    assert said(talk(asked(words), focus)[0]).startswith(begins)


@pytest.mark.parametrize("words", ["c est faux", "inexact", "pas vrai"])
def test_who_calls_the_answer_wrong_asks_for_no_verdict(words: str) -> None:
    text, form = TOLD
    (_, focus) = talk(asked(text, forms=form))
    assert "Je n'ai pas lu d'affirmation" not in said(talk(asked(words), focus)[0])
