"""PITF, SPOG and the advisory council: who sits, who chairs, where they come from."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, in_order, said, tables, talk, told
from vigie.answers.message import render

MEMBERS = [a.id for a in tables().knowledge.agencies]
COMMITTEES = [
    "research_data",
    "grants_committee",
    "public_awareness",
    "victim_services",
    "supply_chains",
]
THEMES = [
    "la recherche et les données",
    "l'octroi de subventions",
    "la sensibilisation et l'éducation du public",
    "les services aux victimes",
    "les chaînes d'approvisionnement et logistiques",
]

ANSWERS: dict[str, tuple[str, list[str], list[str]]] = {
    "who chairs the PITF": ("select agency chairs=pitf", ["(DoS) préside l'équipe spéciale"], ["SPOG"]),
    "who chairs the SPOG": ("select agency chairs=spog", ["(DoS) préside le Groupe de haut niveau"], ["PITF"]),
    "who chairs, no body said": ("select agency chairs=any", ["(DoS) préside la PITF et le SPOG"], []),
    "who chairs the council": (
        "select agency chairs=council", ["ne dit pas qui préside le Conseil consultatif"], ["DoS"],
    ),
    "what State chairs": ("select body chair=dos", ["deux instances", "(PITF)", "(SPOG)"], []),
    "what Justice chairs": ("select body chair=doj", ["aucune instance", "présidence du DoJ"], ["DoS"]),
    "the members of the PITF": (
        "get composition pitf",
        ["une quinzaine", "dix-huit (quatorze décrits, puis quatre seulement cités)", "(DoS)", "(EEOC)", "(DPC)"], [],
    ),
    "the members of the SPOG, in short": (
        "get composition spog", ["hauts responsables", "désignés pour représenter"], ["(DoJ)"],
    ),
    "the members of the council": (
        "get composition council", ["onze rescapés", "nommés par le président"], ["DoJ"],
    ),
    "the members without description": (
        "select agency in=pitf described=no", ["quatre organismes", "(ODNI)", "(DPC)"], ["(DoS)"],
    ),
    "the member of the White House": (
        "select agency house=white", ["l'Office of Management and Budget (OMB)"], ["NSC"],
    ),
    "how many in the PITF": (
        "get number pitf", ["une quinzaine", "décrit quatorze", "quatre autres", "soit dix-huit"], [],
    ),
    "how many in the council": ("get number council", ["onze rescapés"], ["quinzaine"]),
    "how many in the SPOG": (
        "get number spog", ["ne donne pas de nombre", "hauts responsables"], ["quinzaine"],
    ),
    "the committees": ("select committee", ["cinq comités", *THEMES], []),
    "the third committee": (
        "select committee rank=3", ["la sensibilisation", "des comités permanents du SPOG", "en troisième"], ["recherche"],
    ),
    "the last committee": (
        "select committee rank=5", ["les chaînes", "des comités permanents du SPOG", "en cinquième"], ["recherche"],
    ),
    "the committee on victims": (
        "select committee about=victim_assistance", ["les services aux victimes"], ["n°", "recherche"],
    ),
    "a committee by its name": (
        "describe grants_committee", ["l'octroi de subventions", "des comités permanents du SPOG", "en deuxième"], ["n°"],
    ),
    "how often the committees meet": (
        "get frequency spog", ["se réunissent régulièrement"], ["n° 1"],
    ),
    "when a committee meets": (
        "get meeting supply_chains", ["ne dit rien de plus précis", "se réunissent régulièrement"], [],
    ),
    "when all committees meet": (
        "get meeting research_data grants_committee victim_services",
        ["ne dit rien de plus précis, sinon que le", "SPOG", "se réunissent régulièrement"],
        ["du comité"],
    ),
    "how often a committee meets": (
        "get frequency supply_chains", ["se réunissent régulièrement"], ["ne donne pas"],
    ),
    "the oldest body": ("min body by=year", ["L'instance la plus ancienne", "PITF", "avant 2003"], []),
    "the latest law": ("max law by=year", ["Le texte de loi le plus récent", "(2015)"], []),
    "the oldest report, of which one is dated": (
        "min report by=year", ["n'en date qu'un", "2016", "ne permet pas de dire"], ["Le plus ancien"],
    ),
    "how many, of one": ("count agency does=finance", ["un seul organisme", "Trésor"], ["organismes"]),
    "how many committees": ("count committee", ["cinq comités permanents", *THEMES], []),
    "how many committees of the PITF": ("count committee of=pitf", ["ne cite aucun comité"], ["cinq"]),
    "the level of the PITF": ("get level pitf", ["de niveau ministériel"], []),
    "the level of the SPOG": ("get level spog", ["hauts responsables"], ["ministériel"]),
    "who appoints the council": ("get appointer council", ["nommés par le président"], []),
    "who appoints the SPOG": ("get appointer spog", ["désignés pour représenter"], ["président des"]),
    "who appoints the PITF": ("get appointer pitf", ["ne dit pas qui nomme"], ["par le président"]),
    "whom the council advises": ("select body advisor=council", ["conseille la PITF"], ["SPOG"]),
    "who advises the PITF": ("select body advises=pitf", ["Conseil consultatif", "conseille la PITF"], []),
    "the body of survivors": (
        "select body is=survivors", ["Le Conseil consultatif", "tribune"], ["SPOG"],
    ),
    "the body at the level of ministers": (
        "select body level=ministerial", ["L'équipe spéciale"], ["SPOG"],
    ),
    "what the PITF is": (
        "describe pitf",
        ["a pour tâche de coordonner l'action", "de niveau ministériel", "une quinzaine", "issue de la Loi", "(DoS) en assure la présidence"], ["SPOG"],
    ),
    "what the SPOG is": (
        "describe spog",
        ["rassemble", "hauts responsables", "est issu de l'amendement de 2003", "(DoS) en assure", "se réunissent"], [],
    ),
    "what the council is": (
        "describe council",
        ["tribune officielle", "onze rescapés", "est issu de la Loi", "date de 2015", "nommés par le président", "conseille la PITF", "octobre 2016"],
        ["DoS"],
    ),
    "who is only named, and whose it is": (
        "describe omb", ["qui relève de la Maison-Blanche", "seulement cité", "ne décrit pas son rôle"], [],
    ),
    "who is only named": ("describe dpc", ["seulement cité"], ["Maison-Blanche"]),
    "what the introduction says": (
        "describe federal_effort", ["effort d'ensemble", "pangouvernementale"], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "has", "lacks"), ANSWERS.values(), ids=ANSWERS)
def test_bodies(line: str, has: list[str], lacks: list[str]) -> None:
    reply = told(line)
    text = said(reply)
    assert in_order(text, has), text
    assert not [piece for piece in lacks if piece in text], text
    assert reply.places and reply.focus is not None


SHOWN = [
    ("get composition pitf", MEMBERS),
    ("get composition spog", MEMBERS),
    ("select committee", COMMITTEES),
    ("count committee", COMMITTEES),
    ("select body chair=dos", ["pitf", "spog"]),
]


@pytest.mark.parametrize(("line", "shown"), SHOWN)
def test_what_was_shown_is_remembered_whole_and_in_order(line: str, shown: list[str]) -> None:
    reply = told(line)
    assert reply.focus is not None and list(reply.focus.shown) == shown


@pytest.mark.parametrize("more", ["runs=hotline", "except=dos", "does=schools", "among=doj,dhs"])
def test_a_body_has_its_chair_though_nobody_meets_all_that_is_asked(more: str) -> None:
    text = said(told(f"select agency chairs=pitf {more}"))
    assert "qui préside" not in text and "aucun organisme" in text, text


def test_what_a_committee_of_a_body_is_about_is_not_denied_to_the_body() -> None:
    """The document gives no such duty to the body itself; it does not say nothing of it."""
    reply, focus = talk(asked(forms="describe ? about=?", names="spog", topics="grants"))
    text = render(reply).text
    assert "comités permanents" in text and "subventions" in text
    assert "ne dit rien" not in text
    assert (focus.subjects, focus.shown) == (("spog",), ("grants_committee",))
    reply, _ = talk(asked(forms="describe ? about=?", names="pitf", topics="grants"))
    assert "ne dit rien" in render(reply).text
