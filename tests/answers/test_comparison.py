"""Two things side by side, and what they share."""

from __future__ import annotations

import pytest

from tests.answers.made import in_order, said, told

PAIRS = {
    "two agencies": (
        "compare doj dhs",
        ["Voici le DoJ et le DHS côte à côte", "(DoJ) enquête", "(DHS) enquête", "Points communs du DoJ et du DHS : ", "les enquêtes"],
    ),
    "two agencies with an elision": (
        "compare usaid eeoc",
        ["Voici l'USAID et l'EEOC côte à côte", "ne cite pas de domaine commun à l'USAID et à l'EEOC"],
    ),
    "two bodies": (
        "compare pitf spog",
        ["Voici la PITF et le SPOG", "ministériel", "hauts responsables", "Point commun de la PITF et du SPOG : le département d'État (DoS)"],
    ),
    "a body without chair": ("compare pitf council", ["une quinzaine", "onze rescapés"]),
    "two reports": ("compare goods_list products_list", ["Liste des biens", "Liste des produits"]),
    "two laws": ("compare tvpa jvta", ["Voici la TVPA et la JvTA", "PITF", "Conseil consultatif"]),
    "three that publish": ("compare dos doj dol", ["Chacun publie au moins un rapport ; le document ne cite pas d'autre domaine commun au DoS, au DoJ et au DoL"]),
    "two that publish": ("compare dos dol", ["communs du DoS et du DoL : ", "Chacun publie aussi au moins un rapport"]),
    "three agencies": ("compare doj dhs eeoc", ["Voici le DoJ, le DHS et l'EEOC", "Points communs du DoJ, du DHS et de l'EEOC : les enquêtes et l'aide"]),
    "one that is only named": ("compare nsc doj", ["seulement cité", "(DoJ) enquête"]),
}  # fmt: skip


@pytest.mark.parametrize(("line", "has"), PAIRS.values(), ids=PAIRS)
def test_they_are_compared(line: str, has: list[str]) -> None:
    text = said(told(line))
    assert in_order(text, has), text
    assert " de le " not in text and " à le " not in text


def test_both_are_remembered_in_the_order_asked() -> None:
    focus = told("compare dhs doj").focus
    assert focus is not None and focus.shown == ("dhs", "doj")


def test_on_one_point_nothing_else_is_told() -> None:
    text = said(told("compare hhs doj about=victim_assistance"))
    assert "sur l'aide aux victimes" in text and "enquête" not in text
    assert "en dit la même chose" not in text
    alike = said(told("compare dos usaid about=international_programmes"))
    assert "Sur ce point, le document en dit la même chose." in alike and "préside" not in alike


def test_no_sentence_leads_to_a_list_that_is_not_there() -> None:
    text = said(told("compare council pitf about=composition"))
    assert "seulement cités)." in text and not text.rstrip().endswith(":")


def test_what_is_near_is_told_of_who_does_not_do_it() -> None:
    """ "L'EEOC ou l'USTR, pour un travailleur exploité ?" denied that the EEOC sees to workers, for
    whom it had just been said to sue."""
    text = said(told("compare eeoc ustr about=worker_rights"))
    assert "Ce qui s'en rapproche : elle engage des poursuites au nom de travailleurs" in text
    of_both = said(told("describe hhs dhs about=certification"))
    assert "avantages attachés au statut" in of_both
    assert "Ce qui s'en rapproche" not in said(told("compare dol dot about=schools"))
    of_many = said(told("verify does(eeoc,certification)"))
    assert "Ce qui s'en rapproche" not in of_many, "what is only broader, and several"


def test_on_what_none_of_them_does_all_is_compared() -> None:
    reply = told("compare eeoc dol about=worker_rights")
    assert reply.lead.startswith("Pour les droits des travailleurs, le document n'en cite aucun.")
    assert "obtiennent réparation" in reply.items[0]


def test_on_several_matters_each_is_told() -> None:
    reply = told("compare hhs dhs about=certification+immigration_relief")
    assert "sur les lettres de certification" in reply.lead and "et les avantages" in reply.lead
    assert "délivre aux victimes étrangères" in reply.items[0]
    assert "statut d'immigré" in reply.items[1]


def test_what_reports_are_about_is_not_what_nobody_does() -> None:
    reply = told("compare child_labour_findings goods_list about=child_labour")
    assert "n'en cite aucun" not in reply.lead
