"""Of several claims, the whole is "in part" where some hold and some do not: a negative one that is
right holds like any other."""

from __future__ import annotations

import pytest

from tests.answers.made import said, told

PARTLY = "En partie seulement :"
HOLD = {
    "both said": "verify does(doj,investigation) & does(doj,training)",
    "one denied, rightly": "verify does(treasury,finance) & !publishes(treasury,any)",
    "both denied, rightly": "verify !does(doj,farming) & !chairs(doj,pitf)",
    "neither said": "verify does(doj,farming) & chairs(doj,pitf)",
    "both denied, wrongly": "verify !does(doj,investigation) & !chairs(dos,pitf)",
    "one denied, wrongly, beside one that is wrong": (
        "verify !does(doj,investigation) & does(doj,farming)"
    ),
}
MIXED = {
    "one that holds and one that does not": "verify does(doj,investigation) & does(doj,farming)",
    "one denied, wrongly": "verify !does(eeoc,prosecution) & does(eeoc,investigation)",
    "one denied, rightly, beside one that is wrong": "verify !chairs(doj,spog) & chairs(doj,pitf)",
}


@pytest.mark.parametrize("line", HOLD.values(), ids=HOLD)
def test_claims_that_hold_or_fail_together_are_not_in_part(line: str) -> None:
    assert not said(told(line)).startswith(PARTLY)


@pytest.mark.parametrize("line", MIXED.values(), ids=MIXED)
def test_claims_of_which_some_hold_are_in_part(line: str) -> None:
    assert said(told(line)).startswith(PARTLY)


def test_of_several_counts_each_says_of_what() -> None:
    """ "Oui. Le document en cite six. Le document en cite trois." tells nobody of what."""
    text = said(told("verify count(report,6) & count(law,3)"))
    assert "six rapports" in text and "cite trois textes de loi" in text
    wrong = said(told("verify count(report,>7) & count(law,4)"))
    assert "six rapports" in wrong and "cite trois textes de loi" in wrong
    assert "aucun rapports" not in said(told("verify count(report by=hhs,0) & count(law,3)"))
    assert said(told("verify count(report,6)")) == "Oui. Le document en cite six."


def test_claims_that_all_hold_in_other_words_stand_under_one_word() -> None:
    """ "Oui. Le document en cite sept. En effet, non. Le DoS préside…" says yes and no."""
    text = said(told("verify count(agency does=training,7) & !chairs(doj,spog)"))
    assert text.startswith("C'est exact : • Le document cite sept organismes s'occupant de la form")
    assert "Oui." not in text and "En effet" not in text
    wrong = said(told("verify !does(doj,investigation) & chairs(doj,pitf)"))
    assert wrong.startswith("C'est inexact :") and "Si." not in wrong


def test_of_who_has_stopped_it_holds_at_the_date_of_the_document() -> None:
    text = said(told("verify in(usaid,pitf) & in(eeoc,pitf)"))
    assert "• Oui, à la date du document. L'Agence" in text


def test_what_is_told_of_each_claim_is_told_once() -> None:
    text = said(told("verify in(@fbi,pitf) & in(@CIA,pitf)"))
    assert text.count("Non.") == 1 and "une quinzaine" not in text  # of the PITF nothing is asked
    assert "« FBI » ne figure pas" in text and "« CIA » ne figure pas" in text


@pytest.mark.parametrize(
    ("line", "proof", "apart"),
    [
        ("verify runs(hhs,hotline) & runs(dhs,hotline)", "finance la ligne", "• Le DHS : non."),
        ("verify creates(tvpa,pitf) & creates(jvta,pitf)", "est issue de", "• La JvTA : non."),
        (
            "verify does(dhs,investigation) & !does(dhs,investigation_abroad)",
            "enquête sur la traite",
            "• Les enquêtes à l'échelle internationale : si.",
        ),
        ("verify number(council,11) & number(council,12)", "réunit onze", "• 12 : non."),
        ("verify runs(hhs,hotline) & runs(@X,hotline)", "finance la ligne", "• « X » : non."),
    ],
    ids=["another agency", "another law", "another topic", "a number", "an outsider"],
)
def test_one_fact_for_two_verdicts_is_told_once(line: str, proof: str, apart: str) -> None:
    """ "Oui. Le HHS finance la ligne. Non. Le HHS finance la ligne." told nobody of whom it is no."""
    text = said(told(line))
    assert text.count(proof) == 1 and text.endswith(apart)


def test_each_of_several_who_do_not_is_named() -> None:
    """The third was left out, for its fact was that of the second."""
    text = said(told("verify chairs(dos,pitf) & chairs(doj,pitf) & chairs(dhs,pitf)"))
    assert "• Le DoJ : non. • Le DHS : non." in text


def test_what_upholds_one_claim_is_not_told_before_of_what_is_not_said() -> None:
    text = said(told("verify does(treasury,@) & does(treasury,finance)"))
    assert "• Le document ne le dit pas. • Oui. Le département du Trésor" in text


def test_a_fact_that_settles_two_claims_is_told_once() -> None:
    """ "La ligne, c'est le DoJ et pas le HHS ?"."""
    text = said(told("verify runs(doj,hotline) & !runs(hhs,hotline)"))
    assert text.startswith("Non.") and text.count("finance la ligne") == 1 and "Si." not in text


def test_what_is_of_another_matter_is_said_so_beside_others() -> None:
    text = said(told("verify does(doj,investigation) & does(eeoc,investigation)"))
    assert text.count("ne dit pas que ce soit contre la traite") == 1


def test_what_the_document_is_silent_on_is_neither_right_nor_wrong() -> None:
    """ "C'est exact" of what it does not say would confirm that nobody does it."""
    text = said(told("verify !does(ed,training) & !chairs(doj,spog)"))
    assert text.startswith("Le document n'en dit qu'une partie : • Le document ne dit pas que")
    wrong = said(told("verify does(ed,farming) & chairs(doj,spog)"))
    assert "• Le document ne dit pas que" in wrong and "• Non. Le département d'État" in wrong
    assert "inexact" not in wrong


def test_a_yes_is_not_lent_to_what_rests_on_silence() -> None:
    for other in (
        "only(does(treasury,finance))",
        "whole(does(dot,transport))",
        "!advises(doj,pitf)",
    ):
        text = said(told(f"verify chairs(dos,pitf) & {other}"))
        assert text.startswith("Le document n'en dit qu'une partie : • Oui. Le département d'État")
        assert text.count("Oui.") == 1 and "Non." not in text


def test_of_two_that_are_denied_each_is_told() -> None:
    text = said(told("verify !does(ed,farming) & !does(ed,investigation)"))
    assert "l'agriculture" in text and "des enquêtes" in text


def test_a_third_claim_leaves_the_first_two_their_names() -> None:
    text = said(told("verify runs(hhs,hotline) & runs(dhs,hotline) & runs(dhs,blue_campaign)"))
    assert "• Le DHS : non. • Oui. Le département de la Sécurité intérieure" in text


@pytest.mark.parametrize("denied", ["", "!"])
def test_of_whom_the_document_does_not_name_nothing_is_exact_or_not(denied: str) -> None:
    """ "C'est exact : le document ne nomme pas « FBI »" upheld what nobody knows."""
    text = said(told(f"verify {denied}does(@FBI,investigation) & does(doj,investigation)"))
    assert text.startswith("Le document n'en dit qu'une partie :")


def test_a_beginning_is_no_verdict_alone() -> None:
    text = said(told("verify whole(about(goods_list,child_labour)) & about(goods_list,@)"))
    assert not text.endswith("Voici ce que dit le document.")
    assert "dit le document. •" not in text


def test_verdicts_within_limits_tell_their_fact_once() -> None:
    text = said(told("verify creates(tvpa,spog) & creates(jvta,spog)"))
    assert text.startswith("C'est inexact : • Pas dans sa version d'origine.")
    assert text.count("est issu de") == 1 and text.endswith("• La JvTA : non.")
