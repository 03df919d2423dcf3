"""PITF, SPOG and the advisory council: who sits, who chairs, where they come from."""

from __future__ import annotations

import pytest

from tests.answers.made import answer, asked, in_order, outcome, said, tables, view
from vigie.answers.portraits import body_of, portrayed
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Missing

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
    "les chaînes d'approvisionnement et la logistique",
]

ANSWERS: dict[str, tuple[str, Question, list[str], list[str]]] = {
    "who chairs the PITF": ("chair", asked(names="pitf"), ["(DoS) préside l'équipe spéciale"], ["SPOG"]),
    "who chairs the SPOG": ("chair", asked(names="spog"), ["(DoS) préside le Groupe de haut niveau"], ["PITF"]),
    "who chairs, no body said": ("chair", asked("qui préside"), ["(DoS) préside la PITF et le SPOG"], []),
    "who chairs the council": (
        "chair", asked(names="council"), ["ne dit pas qui préside le Conseil consultatif"], ["DoS"],
    ),
    "what State chairs": ("chair", asked(names="dos"), ["(DoS) préside la PITF et le SPOG"], []),
    "what Justice chairs": (
        "chair", asked(names="doj"), ["aucun groupe que préside le département de la Justice"], ["DoS"],
    ),
    "the members of the PITF": (
        "list_members", asked(names="pitf"),
        ["une quinzaine", "dix-huit (quatorze décrits, puis quatre seulement cités)", "(DoS)", "(EEOC)", "(DPC)"], [],
    ),
    "the members of the SPOG, in short": (
        "list_members", asked(names="spog"), ["hauts responsables", "sont désignés pour représenter"], ["(DoJ)"],
    ),
    "all the members of the SPOG": (
        "list_members", asked("la liste complète", names="spog"), ["y sont représentés dix-huit organismes", "(DoS)", "(DPC)"], [],
    ),
    "the members of the council": (
        "list_members", asked(names="council"), ["onze rescapés", "nommés par le président"], ["DoJ"],
    ),
    "the members without description": (
        "list_members", asked("les quatre autres", names="pitf"), ["quatre membres", "(ODNI)", "(DPC)"], ["(DoS)"],
    ),
    "the member of the White House": (
        "list_members", asked("rattachés à la Maison-Blanche"), ["l'Office of Management and Budget (OMB)"], ["NSC"],
    ),
    "how many in the PITF": (
        "count_members", asked("combien", names="pitf"),
        ["une quinzaine", "décrit quatorze", "quatre autres", "soit dix-huit"], [],
    ),
    "how many in the council": ("count_members", asked("combien", names="council"), ["onze rescapés"], ["quinzaine"]),
    "how many in the SPOG": (
        "count_members", asked("combien", names="spog"), ["ne donne pas de nombre", "hauts responsables"], ["quinzaine"],
    ),
    "the committees": ("list_committees", asked("quels comités"), ["les cinq comités", *THEMES], []),
    "the third committee": (
        "list_committees", asked("le troisième comité"), ["comités permanents du SPOG : la sensibilisation"], ["recherche"],
    ),
    "the last committee": (
        "list_committees", asked("le dernier comité"), ["comités permanents du SPOG : les chaînes"], ["recherche"],
    ),
    "the committee on victims": (
        "list_committees", asked("quel comité", topics="victim_assistance"), ["les services aux victimes"], ["n°", "recherche"],
    ),
    "a committee by its name": (
        "list_committees", asked(names="grants_committee"), ["comités permanents du SPOG : l'octroi de subventions"], ["n°"],
    ),
    "the committee that the words come near to": (
        "list_committees", asked("quel comité suit la logistique"), ["la logistique"], ["n°", "recherche"],
    ),
    "how often the committees meet": (
        "list_committees", asked("à quel rythme"), ["se réunissent régulièrement"], ["n° 1"],
    ),
    "how many committees": (
        "count_committees", asked("combien"), ["compte cinq comités permanents", *THEMES], [],
    ),
    "how many committees of the PITF": (
        "count_committees", asked("combien", names="pitf"), ["ne cite pas de comité pour l'équipe spéciale", "dépendent du SPOG"], ["cinq"],
    ),
    "the level of the PITF": ("level", asked(names="pitf"), ["de niveau ministériel"], []),
    "the level of the SPOG": ("level", asked(names="spog"), ["hauts responsables"], ["ministériel"]),
    "who appoints the council": ("appointer", asked(names="council"), ["nommés par le président"], []),
    "who appoints the SPOG": ("appointer", asked(names="spog"), ["désignés pour représenter"], ["président des"]),
    "who appoints the PITF": ("appointer", asked(names="pitf"), ["ne dit pas qui nomme"], ["par le président"]),
    "whom the council advises": ("advises", asked(names="council"), ["conseille la PITF"], ["SPOG"]),
    "who advises the PITF": ("advises", asked(names="pitf"), ["Conseil consultatif", "conseille la PITF"], []),
    "the body of survivors": (
        "find_body", asked("le groupe fait de rescapés"), ["Il s'agit du Conseil consultatif", "tribune"], ["SPOG"],
    ),
    "the body of high officials": (
        "find_body", asked("le groupe de hauts fonctionnaires"), ["Il s'agit du Groupe de haut niveau"], ["Conseil consultatif"],
    ),
    "the body at the level of ministers": (
        "find_body", asked("l'instance au niveau des ministres qui coordonne tout"), ["Il s'agit de l'équipe spéciale"], ["SPOG"],
    ),
    "what the PITF is": (
        "describe", asked(names="pitf"),
        ["coordonne l'action", "de niveau ministériel", "une quinzaine", "issue de la Loi", "(DoS) en assure la présidence"], ["SPOG"],
    ),
    "what the SPOG is": (
        "describe", asked(names="spog"),
        ["rassemble", "hauts responsables", "est issu de l'amendement de 2003", "(DoS) en assure", "se réunissent"], [],
    ),
    "what the council is": (
        "describe", asked(names="council"),
        ["tribune officielle", "onze rescapés", "est issu de la Loi", "date de 2015", "nommés par le président", "conseille la PITF", "octobre 2016"],
        ["DoS"],
    ),
    "what the introduction says": (
        "describe", asked(names="federal_effort"), ["effort d'ensemble", "pangouvernementale"], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("intent", "question", "has", "lacks"), ANSWERS.values(), ids=ANSWERS)
def test_bodies(intent: str, question: Question, has: list[str], lacks: list[str]) -> None:  # type: ignore[no-untyped-def]
    reply = answer(intent, question)
    text = said(reply)
    assert in_order(text, has), text
    assert not [piece for piece in lacks if piece in text], text
    assert reply.places and reply.focus is not None


SHOWN = [
    ("list_members", asked(names="pitf"), MEMBERS),
    ("list_members", asked("la liste complète", names="spog"), MEMBERS),
    ("list_committees", asked("quels comités"), COMMITTEES),
    ("count_committees", asked("combien"), COMMITTEES),
    ("chair", asked(names="dos"), ["pitf", "spog"]),
]


@pytest.mark.parametrize(("intent", "question", "shown"), SHOWN)
def test_what_was_shown_is_remembered_whole_and_in_order(intent, question, shown) -> None:  # type: ignore[no-untyped-def]
    reply = answer(intent, question)
    assert reply.focus is not None and list(reply.focus.shown) == shown


@pytest.mark.parametrize("intent", ["list_members", "count_members", "level"])
def test_without_a_body_the_question_comes_back_with_the_three(intent) -> None:  # type: ignore[no-untyped-def]
    assert outcome(intent, asked("combien")) == Missing("body", ("pitf", "spog", "council"))


def test_the_body_of_the_last_answer_is_meant() -> None:
    text = said(answer("count_members", asked("ils sont combien"), Focus("describe", ("council",))))
    assert "onze rescapés" in text


def test_a_committee_means_its_body() -> None:
    assert body_of(asked(names="victim_services"), view()) == "spog"


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("des rescapés qui donnent leur avis", "council"),
        ("créé par l'amendement", "spog"),
        ("coordonne toute l'administration", "pitf"),
        ("un groupe", None),
        ("", None),
    ],
)
def test_a_portrait_is_recognised_only_when_it_fits_one(words: str, body: str | None) -> None:
    assert portrayed(asked(words)) == body
