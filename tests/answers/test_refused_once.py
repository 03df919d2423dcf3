"""What is refused of several things in one reply: said once, with their names."""

from __future__ import annotations

from unittest import mock

import pytest

from tests.answers.made import answer, asked, plain, said, talk, together, view
from vigie.answers import decide, guessed
from vigie.answers.question import Question
from vigie.answers.render.apart import each_once
from vigie.answers.render.once import only_named

ONCE = {
    "agencies that are only named": (
        "describe odni omb nsc",
        "La Direction du Renseignement national (ODNI), l'Office of Management and Budget (OMB) et "
        "le Conseil national de sécurité (NSC) sont seulement cités parmi les membres de la PITF : "
        "le document ne décrit pas leur rôle.",
    ),
    "one after an agency that is described": (
        "describe odni treasury omb",
        "(ODNI) et l'Office of Management and Budget (OMB) sont seulement cités parmi les membres "
        "de la PITF : le document ne décrit pas leur rôle. Le département du Trésor travaille",
    ),
    "side by side": ("compare odni omb", "(OMB) sont seulement cités"),
    "an attribute": (
        "get budget doj dhs",
        "à propos du département de la Justice (DoJ) et du département de la Sécurité intérieure "
        "(DHS).",
    ),
    "and what they are": (
        "get budget odni omb",
        "(ODNI) et de l'Office of Management and Budget (OMB). La Direction du Renseignement "
        "national (ODNI) et l'Office of Management and Budget (OMB) sont seulement cités",
    ),
    "and each its own": ("get budget pitf spog", "(SPOG). L'équipe spéciale"),
    "of more, nothing beside": (
        "get person {committee}",
        "chaînes d'approvisionnement et logistiques ni qui y siège.",
    ),
    "a verb that agrees": ("get content tip_report goods_list", "pas ce que contiennent le"),
    "how often reports appear": ("get frequency {report by=dol}", "paraissent les « Conclusions"),
    "outsiders": ("describe @NASA @CIA", "ne nomme pas « NASA » ni « CIA »"),
}


@pytest.mark.parametrize(("line", "says"), ONCE.values(), ids=ONCE)
def test_a_refusal_of_several_things_is_said_once(line: str, says: str) -> None:
    text = said(answer(line))
    assert says in text and "permanents" not in text
    assert text.count("seulement cité") <= 1 and text.count("Le document ne d") <= 1


def test_feminine_names_alone_agree() -> None:
    assert "seulement citées parmi" in plain(only_named(("odni", "usaid"), view()).lead)


def test_what_is_told_of_one_and_refused_of_another_is_no_refusal_of_both() -> None:
    text = said(answer("get date jvta tip_report doj dhs"))
    assert "2015" in text and text.count("ne donne pas de date") == 1


MESSAGES = {
    "described": (
        asked("que fait l odni", "odni", forms="describe ?"),
        asked("et l omb", "omb", forms="describe ?"),
        "(OMB) sont seulement cités",
    ),
    "an attribute": (
        asked("le budget du doj", "doj", forms="get budget ?"),
        asked("et du dhs", "dhs", forms="get budget ?"),
        "(DoJ) et du département",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "says"), MESSAGES.values(), ids=MESSAGES)
def test_what_several_questions_are_refused_alike_is_said_once(
    one: Question, other: Question, says: str
) -> None:
    reply, _ = talk(together(one, other))
    assert says in said(reply) and len(reply.queries) == 2


def test_what_is_not_said_of_a_topic_is_still_said() -> None:
    assert said(answer("describe odni omb about=training")).count("formation") == 2


def test_how_each_question_was_understood_is_still_said() -> None:
    with mock.patch.object(decide, "SURE", 1.0), mock.patch.object(guessed, "PLAIN", 1.0):
        text = said(talk(together(*MESSAGES["described"][:2]))[0])
    assert text.count("Je comprends") == 2


def test_different_refusals_stay_apart() -> None:
    message = together(
        asked("le budget du doj", "doj", forms="get budget ?"),
        asked("et l adresse du dhs", "dhs", forms="get address ?"),
    )
    text = said(talk(message)[0])
    assert "de budget" in text and "d'adresse" in text


def test_what_one_answer_tells_with_more_is_not_told_beside_a_refusal() -> None:
    """As « combien sont-ils dans la PITF, et le Conseil en est ? » reads."""
    told = [answer(line) for line in ("get number pitf", "verify in(council,pitf)")]
    first, second = each_once([one for one in told if one], view())
    assert "réunit une quinzaine" in said(first)
    assert "ne figure pas" in said(second) and "quinzaine" not in said(second)
    assert "quinzaine" in said(told[1])


@pytest.mark.parametrize(
    ("first", "second", "once"),
    [
        ("select report freq=annual", "get owner tip_report ag_report", "procureur général"),
        ("select report freq=annual", "get owner {report freq=annual}", "procureur général"),
        ("select law", "select body by={law}", "JvTA"),
        ("select report by=dol", "max agency among=doj,dol by=report", "Findings on"),
        ("select agency does=research", "describe doj about=research", "mène des recherches"),
    ],
)
def test_what_a_list_tells_is_not_told_again(first: str, second: str, once: str) -> None:
    """ "Quels rapports sortent chaque année, et qui les écrit ?" had each of them twice."""
    reply, _ = talk(together(asked("a", forms=first), asked("b", forms=second)))
    assert said(reply).partition("Source :")[0].count(once) == 1


@pytest.mark.parametrize(
    ("first", "second", "also"),
    [
        ("select programme", "get owner hotline", "(HHS) finance la ligne"),
        ("select law", "get owner {report about=child_labour freq=annual}", "aucun rapport"),
        ("select law", "select body by={law} chair=dos", "préside"),
    ],
)
def test_what_a_list_does_not_tell_is_told(first: str, second: str, also: str) -> None:
    """These went unanswered: a list of programmes tells nobody who runs them."""
    reply, _ = talk(together(asked("a", forms=first), asked("b", forms=second)))
    assert also in said(reply)


def test_who_publishes_most_is_said_after_their_list() -> None:
    listed, most = (
        asked("a", forms="select report by=doj/dol"),
        "max agency among=doj,dol by=report",
    )
    reply, _ = talk(together(listed, asked("b", forms=most)))
    assert "publie le plus de rapports, au nombre de trois." in said(reply)


def test_who_greets_and_asks_who_that_is_is_told_once() -> None:
    reply, _ = talk(together(asked("a", forms="talk greet"), asked("b", forms="talk capabilities")))
    assert said(reply).startswith("Bonjour ! Je suis Vigie") and said(reply).count("Vigie") == 1
    alone, _ = talk(asked("a", forms="talk greet"))
    assert said(alone).startswith("Bonjour ! Je suis Vigie")


def test_what_has_no_name_is_quoted_only_beside_something_else() -> None:
    named = "pourquoi cela ?"
    told, remark = asked("a", forms="told"), asked(named, forms="get other ed")
    assert "«" not in said(talk(together(remark, told))[0]).partition("Source")[0]
    other = asked("b", forms="select agency does=research")
    assert f"« {named} »" in said(talk(together(other, remark))[0])
