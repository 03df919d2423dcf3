"""Yes or no: the verdict comes first and is right, and the fact follows it."""

from __future__ import annotations

import pytest

from tests.answers.made import in_order, said, told

CLAIMS = {
    # query, verdict, what must follow
    "true: it chairs": ("verify chairs(dos,pitf)", "Oui.", ["(DoS) préside"]),
    "false: another chairs": ("verify chairs(doj,spog)", "Non.", ["(DoS) préside"]),
    "not said: who chairs the council": ("verify chairs(dos,council)", "Le document ne le dit pas.", ["qui préside", "(DoS) préside la PITF et le SPOG"]),
    "true: what it does is told": ("verify described(doj,yes)", "Oui.", ["(DoJ)", "nquête", "poursuites"]),
    "not said, and denied": ("verify !chairs(doj,council)", "Le document ne le dit pas.", ["qui préside"]),
    "true: the same chairs both": ("verify chairs(dos,pitf+spog)", "Oui.", ["(DoS) préside la PITF et le SPOG"]),
    "true: a member": ("verify in(eeoc,pitf)", "Oui.", ["(EEOC) est membre de la PITF"]),
    "true, of another matter than trafficking": ("verify does(eeoc,investigation)", "Oui, mais le document ne dit pas que ce soit contre la traite.", ["(EEOC) enquête sur les accusations de discrimination"]),
    "wrongly denied, of another matter": ("verify !does(eeoc,investigation)", "Si, mais le document ne dit pas", ["enquête"]),
    "true, of the matter that is named": ("verify does(eeoc,discrimination)", "Oui. La", ["discrimination"]),
    "true, of trafficking too": ("verify does(eeoc,victim_assistance)", "Oui. La", ["travailleurs victimes de la traite"]),
    "true: two members": ("verify in(dol,pitf) & in(usda,pitf)", "Oui.", ["(DoL)", "membre de la PITF", "(USDA)", "membre de la PITF"]),
    "true: a member that is only named": ("verify in(nsc,pitf)", "Oui.", ["Conseil national de sécurité"]),
    "false: an agency is no survivor": ("verify in(doj,council)", "Non.", ["ne figure pas", "Conseil consultatif"]),
    "not said: that one outside does not": (
        "verify !does(@FBI,investigation)", "Le document ne nomme pas « FBI ».", ["Pour les enquêtes, il nomme le DoJ"],
    ),
    "false: one outside": ("verify in(@FBI,pitf)", "Non.", ["« FBI » ne figure pas parmi les organismes"]),
    "false: a body in a body": ("verify in(council,pitf)", "Non.", ["ne figure pas"]),
    "true: it publishes": ("verify publishes(doj,ag_report)", "Oui.", ["(DoJ) publie chaque année"]),
    "false: another publishes": ("verify publishes(dhs,tip_report)", "Non.", ["(DoS) publie"]),
    "true: three reports": ("verify count(report by=dol,3)", "Oui.", ["trois"]),
    "false: two reports": ("verify count(report by=dol,2)", "Non.", ["trois"]),
    "false: no report": ("verify publishes(treasury,any)", "Le document ne cite", ["aucun rapport"]),
    "true: annual": ("verify freq(tip_report,annual)", "Oui.", ["chaque année"]),
    "false: every two years": ("verify freq(tip_report,biennial)", "Non.", ["chaque année"]),
    "unknown: said to be annual": ("verify freq(goods_list,annual)", "Le document ne le dit pas.", ["ne dit pas à quel rythme", "Liste des biens"]),
    "true: six reports": ("verify count(report,6)", "Oui.", ["six"]),
    "false: ten reports": ("verify count(report,10)", "Non.", ["six"]),
    "true: the law": ("verify creates(jvta,council)", "Oui.", ["(JvTA), qui date de 2015"]),
    "false: the wrong law": ("verify creates(tvpa,council)", "Non.", ["(JvTA), qui date de 2015"]),
    "true: the year": ("verify year(spog,2003)", "Oui.", ["2003"]),
    "false: the wrong year": ("verify year(spog,2015)", "Non.", ["2003"]),
    "true: the year of a law": ("verify year(jvta,2015)", "Oui.", ["date de 2015"]),
    "false: the year of a law": ("verify year(jvta,2010)", "Non.", ["date de 2015"]),
    "true: the year of the first report": ("verify year(council_report,2016)", "Oui.", ["octobre 2016"]),
    "false: the year of the first report": ("verify year(council_report,2012)", "Non.", ["octobre 2016"]),
    "true: it does": ("verify does(doj,investigation)", "Oui.", ["(DoJ) enquête"]),
    "false: others do": (
        "verify does(treasury,investigation)", "Le document ne dit pas",
        ["le département du Trésor s'occupe des enquêtes", "(DoJ)", "(DHS)", "(EEOC)"],
    ),
    "false: another does": ("verify does(doj,certification)", "Le document ne dit pas", ["(HHS)"]),
    "true: it alone does": ("verify only(does(treasury,finance))", "Le département du Trésor", ["personne d'autre"]),
    "true: it alone does, and another does what is near": (
        "verify only(does(eeoc,worker_lawsuits))", "La Commission",
        ["personne d'autre", "Ce qui s'en rapproche : le département de la Justice", "supervise les poursuites"],
    ),
    "its only list, or the only one of its list": (
        "verify only(publishes(dol,products_list))", "Le département du Travail",
        ["personne d'autre", "Il publie aussi", "Liste des biens"],
    ),
    "unsaid: another law amends it": (
        "verify amends(jvta,tvpa)", "Le document ne le dit pas.", ["L'amendement de 2003"],
    ),
    "false: it alone amends it": ("verify only(amends(jvta,tvpa))", "Non.", ["l'amendement de 2003"]),
    "true: its only list is said not to be": (
        "verify !only(publishes(dol,products_list))", "Si.", ["Il publie aussi"],
    ),
    "false: it is amended by it": ("verify amends(tvpa,tvpa_2003)", "Non.", ["L'amendement de 2003"]),
    "false: it is not alone": ("verify only(does(dhs,investigation))", "Non.", ["Il n'y a pas que", "(DoJ)", "(EEOC)"]),
    "denied, and true: it is not alone": (
        "verify !only(does(dos,international_programmes))", "En effet, non.", ["Il n'y a pas que"],
    ),
    "false: others than the one that has closed do it too": (
        "verify only(does(dol,private_sector))", "Non. ", ["Il n'y a pas que"],
    ),
    "false when it was written: the other has closed since": (
        "verify only(does(dos,international_programmes))", "Non, à la date du document.",
        ["Il n'y a pas que", "(USAID)"],
    ),
    "true: its programme": ("verify runs(hhs,hotline)", "Oui.", ["(HHS) finance la ligne"]),
    "false: another's programme": ("verify runs(doj,hotline)", "Non.", ["(HHS) finance la ligne"]),
    "true: the number of survivors": ("verify number(council,11)", "Oui.", ["onze rescapés"]),
    "false: the number of survivors": ("verify number(council,12)", "Non.", ["onze rescapés"]),
    "of a committee only its name is known": (
        "verify about(grants_committee,grants)", "Le comité sur", ["n'en dit rien de plus"],
    ),
    "true: five committees": ("verify count(committee of=spog,5)", "Oui.", ["cinq"]),
    "false: six committees": ("verify count(committee of=spog,6)", "Non.", ["cinq"]),
    "true: of ministers": ("verify level(pitf,ministerial)", "Oui.", ["ministériel"]),
    "true: appointed by the president": ("verify appoints(president,council)", "Oui.", ["président"]),
    "false: appointed by the congress": ("verify appoints(@Congrès,council)", "Non.", ["par le président"]),
    "denied, and true: another chairs": ("verify !chairs(doj,spog)", "En effet, non.", ["(DoS) préside"]),
    "denied, and false: it chairs": ("verify !chairs(dos,spog)", "Si.", ["(DoS) préside"]),
}  # fmt: skip


@pytest.mark.parametrize(("line", "verdict", "has"), CLAIMS.values(), ids=CLAIMS)
def test_the_verdict_comes_first_and_the_fact_after(
    line: str, verdict: str, has: list[str]
) -> None:
    reply = told(line)
    text = said(reply)
    assert text.startswith(verdict), text
    assert in_order(text, has), text
    assert reply.places and reply.focus is not None


def test_a_number_that_the_document_tells_roughly_is_told_without_verdict() -> None:
    text = said(told("verify number(pitf,15)"))
    assert text.startswith("Voici ce que dit le document.") and "une quinzaine" in text


@pytest.mark.parametrize("what", ["connu", "composé de rescapés", "composé d'experts"])
def test_a_statement_that_cannot_be_decided_gets_facts_without_verdict(what: str) -> None:
    """What is said to be so is read in no words: "the document does not say" may be wrong."""
    text = said(told(f"verify is(council,{what})"))
    assert not text.startswith(("Oui", "Non", "Le document ne le dit pas")), text
    assert "onze rescapés" in text
