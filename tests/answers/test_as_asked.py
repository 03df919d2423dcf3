"""What wants a yes or a no begins with one, though it names nobody who would do it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.answers.made import after, asked, said, talk, together

STAY = "on la laisse rester pendant le procès, oui ou non ?"
LIST = "select agency does=?"


def _told(text: str, names: str = "", topic: str = "witness_stay", forms: str = LIST) -> str:
    return said(talk(asked(text, names=names, topics=topic, forms=forms))[0])


def test_what_somebody_does_is_a_yes() -> None:
    assert _told(STAY).startswith("Oui. Le département de la Sécurité intérieure (DHS) permet")


@pytest.mark.parametrize(
    "told",
    [
        _told("qui la laisse rester ?"),
        _told("on ne la laisse pas rester, oui ou non ?"),
        _told(STAY, names="?"),
        _told(STAY, forms="select agency does!=?"),
        _told("seules deux la laissent rester, oui ou non ?"),
        _told("on la laisse rester 3 ans, oui ou non ?"),
    ],
    ids=[
        "not asked so",
        "denied",
        "of somebody who is named",
        "a list of who does not",
        "alone",
        "counted",
    ],
)
def test_what_may_be_a_no_is_no_yes(told: str) -> None:
    assert not told.startswith("Oui")


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("ton texte évoque les témoins ?", "Oui. "),
        ("est-ce que le doc mentionne les témoins ?", "Oui. "),
        ("vous abordez le cas des témoins ?", "Oui. "),
        ("ton doc parle des juges ?", "Le département"),
        ("que dit le document des témoins ?", "Le département"),
        ("le document parle de qui pour les témoins ?", "Le département"),
    ],
)
def test_what_the_document_speaks_of_is_a_yes(text: str, begins: str) -> None:
    """It was denied of whoever was spoken of before."""
    assert _told(text).startswith(begins)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("cinq, soit le tiers des décrits", False),
        ("ça en fait huit sur les quatorze décrits", False),
        ("la majorité, donc neuf", False),
        ("il y en a neuf de décrits", True),
    ],
)
def test_a_share_is_no_number_of_all(text: str, denied: bool) -> None:
    told = said(talk(asked(text, forms="verify count(agency described=yes,9)"))[0])
    assert told.startswith("Non. ") is denied and "quatorze organismes" in told


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("qu'ont-ils en commun ?", False),
        ("redis-moi juste les points communs", False),
        ("leurs points communs et leurs différences ?", True),
        ("leurs ressemblances et leurs divergences ?", True),
        ("compare-les", True),
    ],
)
def test_what_two_share_is_told_alone_where_nothing_else_is_asked(text: str, whole: bool) -> None:
    told = _told(text, names="doj dhs", topic="", forms="compare ? ?")
    assert "Points communs du DoJ et du DHS" in told
    assert ("côte à côte" in told) is whole


@pytest.mark.parametrize(
    ("topic", "names", "has"),
    [("witness_stay", "dhs", True), ("", "dhs", False), ("schools", "dhs", False)],
    ids=["what it does about it", "about nothing", "about what it does not do"],
)
def test_what_is_not_given_of_a_matter_comes_with_what_is_said_of_it(
    topic: str, names: str, has: bool
) -> None:
    """How long a witness may stay is told by "the time of the inquiry"."""
    told = _told("elles peuvent rester combien ?", names=names, topic=topic, forms="get other ?")
    only, lacks = "À ce sujet, le document dit seulement que", "Le document ne donne pas cette inf"
    assert (only if has else lacks) in told
    assert ("le temps de l'enquête" in told) is has


@pytest.mark.parametrize(
    ("names", "topic", "has", "lacks"),
    [
        ("dhs", "witness_stay", "ne le dit pas. Le département de la Sécurité", "Blue Campaign"),
        ("dhs", "schools", "En bref : le DHS s'occupe", "le dit pas. Le département de l"),
        ("usaid", "conflict_crisis", "ce que l'on en sait", "redouble d'efforts"),
        ("council", "survivors_voice", "tribune officielle", "nothing of these words"),
    ],
    ids=["what it does about it", "what it does not do", "one that is no more", "a body"],
)
def test_who_claims_too_much_gets_the_fact_that_is_nearest(
    names: str, topic: str, has: str, lacks: str
) -> None:
    """ "Le DHS contraint les témoins à rester ?" got all that the DHS does."""
    told = _told("contraint les témoins", names=names, topic=topic, forms="verify does(?,@)")
    assert told.startswith("Le document ne le dit pas. ")
    assert has in told and lacks not in told


def test_what_is_said_of_a_matter_is_said_once() -> None:
    """ "Elle fait quoi pour les victimes, et pour combien de temps ?" has told it already."""
    stay = {"topics": "witness_stay", "names": "dhs"}
    first = asked("il fait quoi pour les témoins ?", forms="describe ? about=?", **stay)
    second = asked("et combien de temps ?", forms="get other ?", **stay)
    text = said(talk(together(first, second))[0])
    assert "Le document ne le précise pas." in text
    assert text.count("le temps de l'enquête") == 1


@pytest.mark.parametrize(
    ("text", "forms", "begins"),
    [
        ("de la même loi, oui ou non ?", "compare pitf council about=origin", "Non. Voici"),
        (
            "est-ce la même loi ?",
            "compare pitf spog about=origin",
            "Oui et non : ce sont deux lois",
        ),
        ("c'est la même loi ?", "compare pitf spog council about=origin", "Voici"),
        ("la même loi que pour lui ?", "compare pitf council about=origin", "Non. Voici"),
        ("la même loi ? que dit-elle ?", "compare pitf council about=origin", "Voici"),
        ("elles viennent de la même année ?", "compare pitf council about=date", "Voici"),
        ("ils ont le même rythme ?", "compare tip_report ag_report about=frequency", "Oui."),
        (
            "elles viennent du même ministère ?",
            "compare goods_list products_list about=owner",
            "Oui.",
        ),
        ("c’est le même ministère ?", "compare tip_report ag_report about=owner", "Non."),
        ("quelle loi pour l'une et l'autre ?", "compare pitf council about=origin", "Voici"),
        ("leur date et même leur origine ?", "compare pitf council about=origin", "Voici"),
        ("elles n'ont pas la même origine ?", "compare pitf council about=origin", "Voici"),
        ("leurs origines sont différentes ?", "compare pitf council about=origin", "Voici"),
    ],
    ids=[
        "two laws",
        "a law and what amends it",
        "these and a third",
        "than",
        "what it says",
        "a year is not given",
        "alike",
        "one owner",
        "two owners",
        "no yes is waited for",
        "even",
        "denied",
        "apart",
    ],
)
def test_whether_two_share_an_attribute_is_said_first(text: str, forms: str, begins: str) -> None:
    assert said(talk(asked(text, forms=forms))[0]).startswith(begins)


@pytest.mark.parametrize(
    ("text", "names", "begins"),
    [
        (
            "elle existe encore ?",
            "usaid",
            "Le document ne le dit pas. Voici ce que l'on en sait aujourd'hui. Depuis la rédaction : "
            "l'USAID a cessé",
        ),
        ("elle a un logo ?", "usaid", "Le document ne donne pas cette information"),
        ("il existe encore ?", "treasury", "Le document ne donne pas cette information"),
    ],
    ids=["what no longer is", "something else of it", "what still is"],
)
def test_what_ended_is_told_where_it_is_asked_whether_it_is_still(
    text: str, names: str, begins: str
) -> None:
    assert said(talk(asked(text, names=names, forms="get other ?"))[0]).startswith(begins)


def test_who_names_the_other_matter_is_not_told_that_it_is_another() -> None:
    """ "L'EEOC enquête sur les discriminations ?" asks nothing of trafficking."""
    claim = {"names": "eeoc", "forms": "verify does(?,?)"}
    of_it = asked("enquête sur les discriminations", topics="investigation", **claim)
    of_it = replace(of_it, scores={"investigation": 0.9, "discrimination": 0.8})
    text = said(talk(of_it)[0])
    assert (
        text.startswith("La Commission pour")
        and "(EEOC) enquête" in text
        and "contre la traite" not in text
    )
    other = asked("enquête", topics="investigation", **claim)
    assert said(talk(other)[0]).startswith(
        "Oui, mais le document ne dit pas que ce soit contre la traite."
    )


def test_what_is_not_all_against_trafficking_is_not_said_to_be() -> None:
    assert said(talk(asked("que fait", names="eeoc", forms="describe ?"))[0]).startswith(
        "Voici ce que fait la Commission pour l'égalité des perspectives d'emploi (EEOC) : "
    )
    assert "contre la traite : " in said(
        talk(asked("que fait", names="doj", forms="describe ?"))[0]
    )


def test_no_yes_is_said_to_what_was_only_spoken_of_before() -> None:
    """ "Oui ou non, le Sénégal y est ?" got « Oui. Trois organismes… »: who gives money."""
    line = "select agency does=funding"
    named = asked("on paie, oui ou non ?", topics="funding", forms=line)
    other = asked("il y est, oui ou non ?", forms=line)
    assert said(talk(named)[0]).startswith("Oui.")
    assert "Oui." not in said(talk(other, after("select agency does=funding except=usaid"))[0])
