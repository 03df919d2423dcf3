"""What the document tells only in part: no false whole, no false order, no bare question back."""

from __future__ import annotations

import pytest

from tests.answers.made import said, told
from vigie.answers.message import render


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("min report among=tip_report,ag_report by=year", "Le document ne date ni le"),
        ("max committee by=year", "Le document n'en date aucun"),
        ("max committee by=topic", "Le document n'en dit pas assez pour les comparer"),
    ],
)
def test_what_nothing_tells_apart_is_said_to_be_so(line: str, begins: str) -> None:
    """ "Lequel est sorti en premier ?" of two reports without a date was asked back."""
    assert said(told(line)).startswith(begins)


def test_of_several_that_are_last_it_is_said_that_they_are_alike() -> None:
    assert said(told("min agency among=dod,dot by=topic")).startswith("À égalité, en dernier")


@pytest.mark.parametrize("line", ["get contact @UNICEF", "verify described(@FBI,yes)"])
def test_of_whom_the_document_does_not_name_it_says_so(line: str) -> None:
    assert said(told(line)).startswith("Mon document ne nomme pas «")


def test_who_is_said_to_be_the_only_one_and_is_not_named_gets_no_no() -> None:
    assert said(told("verify only(does(@FBI,investigation))")).startswith("Le document ne nomme")


def test_of_a_body_of_people_none_is_an_organisation() -> None:
    assert "organismes" not in said(told("verify in(@Trump,council)"))
    assert ("members", 1) in told("verify in(@FBI,pitf)").places


def test_beside_whom_it_does_not_name_the_other_is_told() -> None:
    text = said(told("compare @FBI dhs about=investigation"))
    assert "ne nomme pas « FBI »" in text and "(DHS) enquête sur la traite" in text
    assert "ne nomme pas « FBI »" in said(told("compare @FBI pitf about=number"))


def test_an_owner_is_asked_of_a_report_that_there_is_not() -> None:
    text = said(told("get owner {report about=child_labour freq=annual}"))
    assert text.startswith("Le document ne cite aucun rapport")


def test_who_of_some_does_it_is_not_said_of_all() -> None:
    """ "Deux organismes s'occupent de la formation" was said of seven."""
    few = said(told("select agency does=training among=dod,doi,treasury"))
    assert few.startswith("Deux organismes s'occupent de la formation, parmi le DoD")
    many = said(told("select agency does=training among=dod,doi,treasury,ed,usda,dhs"))
    assert many.startswith("Quatre organismes s'occupent de la formation, sur les six en question")
    every = said(told("select agency does=investigation among=doj,dhs,eeoc,ed"))
    assert every.startswith("Trois organismes s'occupent des enquêtes :")


def test_where_nobody_does_both_each_is_told_apart() -> None:
    text = said(told("select agency does=schools+training"))
    assert "Pour les écoles, il nomme l'ED. Pour la formation, il nomme le DoD" in text


@pytest.mark.parametrize(
    "line", ["verify count(agency publishes=any,{})", "count agency publishes=any"]
)
def test_who_publishes_is_counted_alike_wherever_it_is_asked(line: str) -> None:
    """The list had four, the verdict on their number three: the council is no agency."""
    text = said(told(line.format(4)))
    assert "quatre" in text and not text.startswith("Non")


def test_what_a_law_created_once_it_was_amended_is_no_plain_no() -> None:
    assert said(told("verify creates(tvpa,spog)")).startswith("Pas dans sa version d'origine.")
    assert said(told("verify creates(jvta,spog)")).startswith("Non.")
    assert "L'amendement de 2003" in said(told("select body by=tvpa"))
    whole = told("verify whole(creates(tvpa,pitf))")
    assert said(whole).startswith("Dans sa version d'origine, rien d'autre.")
    assert ("spog", 1) in whole.places and ("spog", 1) in told("select body by=tvpa").places
    assert "L'amendement de 2003" in said(whole)
    assert said(told("verify count(body by=tvpa,2)")).endswith("instaure le SPOG.")
    assert said(told("verify creates(tvpa,pitf+spog)")).startswith("Non.")


def test_years_that_cannot_be_counted_are_missed_once() -> None:
    text = said(told("gap tvpa jvta"))
    assert text.count("ne donne pas") == 1 and text.endswith("date de 2015.")
    assert said(told("gap tvpa pitf")).count("ne donne pas") == 1


def test_what_is_shared_is_not_told_of_each_before() -> None:
    text = said(told("compare pitf spog"))
    assert text.count("en assure la présidence") == 1


def test_how_members_are_appointed_is_told_once() -> None:
    assert said(told("get composition spog")).count("désignés pour représenter") == 1
    assert "nommés par le président" in said(told("get composition council"))


def test_what_nobody_has_is_not_one() -> None:
    """ "En dernier, avec un comité permanent" was said of who has none."""
    assert said(told("min body by=committee")).startswith("Le document n'en cite aucun pour")
    assert "onze membres" in said(told("min body by=member"))
    assert "une instance créée" in said(told("max law by=body"))


def test_neither_of_three_is_said_before_each() -> None:
    three = said(told("max report among=tip_report,ag_report,goods_list by=year"))
    assert three.startswith("Le document ne date ni le") and three.count(", ni l") == 2
    assert said(told("max report among=goods_list by=year")).startswith(
        "Le document ne date pas la"
    )


def test_nothing_stands_between_two_sentences_but_one_space() -> None:
    assert "  " not in render(told("select agency does=schools+supply_chain+training")).text


def test_who_does_it_as_well_is_cited_with_those_who_were_said_to_be_alone() -> None:
    """The only fact told was of the EEOC, and its paragraph was left out of the source."""
    reply = told("verify only(does({agency among=doj,dhs},investigation))")
    assert "(EEOC)" in said(reply) and ("members", 15) in reply.places
