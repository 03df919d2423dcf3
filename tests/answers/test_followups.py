"""Follow-ups resolve against what was last shown, in that order, and never invent a subject."""

from __future__ import annotations

import pytest

from tests.answers.made import answer, asked, in_order, outcome, plain, said, view
from vigie.answers.converse import converse
from vigie.answers.question import Focus
from vigie.answers.reply import Missing, Reply, render

INVESTIGATORS = Focus(
    "which_agency",
    (),
    ("investigation",),
    ("doj", "dhs", "eeoc"),
    (("members", 5), ("members", 12), ("members", 15)),
)
JUSTICE = Focus("describe", ("doj",), (), ("doj",), (("members", 5),))
DHS_VISAS = Focus("describe", ("dhs",), ("immigration_relief",), ("dhs",), (("members", 12),))
COMMITTEES = Focus(
    "list_committees",
    ("spog",),
    (),
    ("research_data", "grants_committee", "public_awareness", "victim_services", "supply_chains"),
)
LABOR_REPORTS = Focus(
    "list_reports", ("dol",), (), ("child_labour_findings", "goods_list", "products_list")
)
CHAIR = Focus("chair", ("dos",), (), ("dos",))
DENIED = Focus("verify_role", ("treasury",), ("investigation",), ("doj", "dhs", "eeoc"))

SAID = {
    # intent, question, focus, what must be said, what must not
    "the second": ("ordinal", asked("le deuxième"), INVESTIGATORS, ["(DHS)"], ["(DoJ)", "(EEOC)"]),
    "the last": ("ordinal", asked("le dernier"), INVESTIGATORS, ["(EEOC)"], ["(DoJ)"]),
    "the last but one": ("ordinal", asked("l'avant-dernier"), INVESTIGATORS, ["(DHS)"], ["(EEOC)"]),
    "the first two": ("ordinal", asked("les deux premiers"), INVESTIGATORS, ["(DoJ)", "(DHS)"], ["(EEOC)"]),
    "the third committee": ("ordinal", asked("le troisième"), COMMITTEES, ["la sensibilisation"], ["n°"]),
    "the second report": ("ordinal", asked("la deuxième"), LABOR_REPORTS, ["Liste des biens"], ["Liste des produits"]),
    "a place past the end": ("ordinal", asked("le neuvième"), INVESTIGATORS, ["compte 3 éléments"], ["(DoJ)"]),
    "the others, after one of them": (
        "others", asked("les autres"), Focus("describe", ("doj",), ("investigation",), ("doj",)), ["(DHS)", "(EEOC)"], ["(DoJ)"],
    ),
    "the others, when all were shown": ("others", asked("les autres"), INVESTIGATORS, ["Personne d'autre", "seulement", "(DHS)"], []),
    "the others, when there is one": (
        "others", asked("et d'autres"), Focus("which_agency", ("treasury",), ("finance",), ("treasury",)), ["Personne d'autre"], [],
    ),
    "the others than one named": ("others", asked("les autres que", names="doj"), Focus("describe", ("dhs",), ("investigation",), ("dhs",)), ["(EEOC)"], ["(DoJ)", "(DHS)"]),
    "the other committees": ("others", asked("les autres"), Focus("list_committees", ("grants_committee",), (), ("grants_committee",)), ["les cinq comités"], []),
    "the other reports of the same agency": (
        "others", asked("les autres"), Focus("report_owner", ("dol",), (), ("goods_list",)), ["Conclusions", "Liste des produits"], ["Liste des biens"],
    ),
    "the other members": ("others", asked("les autres"), Focus("verify_membership", ("doj",), (), ("doj",)), ["une quinzaine", "(DoS)"], []),
    "more details on the agency": ("more_details", asked("plus de détails"), JUSTICE, ["Enquête", "Supervise", "Publie"], []),
    "more details on the only one shown": ("more_details", asked("plus de détails"), Focus("x", (), (), ("usda",)), ["(USDA)"], []),
    "another topic, for anybody": ("followup_topic", asked("et les écoles", topics="schools"), INVESTIGATORS, ["(ED)"], ["(DoJ)"]),
    "another topic of the same agency": (
        "followup_topic", asked("et sa campagne", topics="public_campaigns"), DHS_VISAS, ["(DHS) sensibilise"], ["(HHS)"],
    ),
    "another agency after a question of chair": ("followup_entity", asked("et le SPOG", names="spog"), Focus("chair", ("dos",), (), ("dos",)), ["(DoS) préside le Groupe"], []),
    "another agency after a description": ("followup_entity", asked("et", names="usda"), JUSTICE, ["(USDA)"], ["(DoJ)"]),
    "another agency after a list of reports": ("followup_entity", asked("et", names="doj"), LABOR_REPORTS, ["(DoJ) publie chaque année"], ["(DoL)"]),
    "another agency after a yes or no": (
        "followup_entity", asked("et", names="dhs"), DENIED, ["Oui.", "(DHS) enquête"], ["Trésor"],
    ),
    "the correction of a name": ("correction", asked("non je parlais du", names="dhs"), JUSTICE, ["(DHS)"], ["(DoJ)"]),
    "the correction of one name by another": ("correction", asked("pas le mais le", names="doj dhs"), JUSTICE, ["(DHS)"], ["Supervise"]),
    "where it comes from": (
        "ask_source", asked("d'où ça vient"), JUSTICE, ["un seul document", "Organismes publics des États-Unis", "Organes composant la PITF", "paragraphe 5"], [],
    ),
    "where it comes from, before any answer": ("ask_source", asked("d'où ça vient"), Focus(), ["un seul document"], ["paragraphe"]),
    "of when it is": ("ask_date", asked("de quand ça date"), JUSTICE, ["entre octobre 2016 et la fin de 2017", "octobre 2016", "vérifiez"], ["2025"]),
    "of when it is, where something changed": (
        "ask_date", asked("c'est à jour"), Focus("describe", ("usaid",), (), ("usaid",), (("members", 14),)), ["2016", "Depuis la rédaction", "1er juillet 2025"], ["vérifiez"],
    ),
    "sure": ("are_you_sure", asked("t'es sûr"), JUSTICE, ["Oui, d'après mon document", "paragraphe 5", "(DoJ)"], []),
    "sure of nothing": ("are_you_sure", asked("t'es sûr"), Focus(), ["d'après un document"], ["Oui,"]),
    "which ones, after a count": ("which_ones", asked("lesquels"), Focus("count_committees", ("spog",), (), COMMITTEES.shown), ["recherche", "logistique"], []),
    "yes to nothing": ("affirm", asked("oui"), Focus(), ["prochaine question"], []),
    "no to nothing": ("deny", asked("non"), Focus(), ["Que souhaitez-vous savoir"], []),
}  # fmt: skip


@pytest.mark.parametrize(("intent", "question", "focus", "has", "lacks"), SAID.values(), ids=SAID)
def test_it_leans_on_what_was_said(  # type: ignore[no-untyped-def]
    intent: str, question, focus: Focus, has: list[str], lacks: list[str]
) -> None:
    text = said(answer(intent, question, focus))
    assert in_order(text, has), text
    assert not [piece for piece in lacks if piece in text], text


NOTHING_BEFORE = [
    ("ordinal", asked("le deuxième")),
    ("others", asked("les autres")),
    ("more_details", asked("plus de détails")),
    ("followup_pronoun", asked("il fait quoi")),
]


@pytest.mark.parametrize(("intent", "question"), NOTHING_BEFORE)
def test_with_nothing_before_the_subject_is_asked_for(intent: str, question) -> None:  # type: ignore[no-untyped-def]
    assert outcome(intent, question) == Missing("subject")


def test_one_thing_shown_is_no_list_to_count_in() -> None:
    assert outcome("ordinal", asked("le deuxième"), JUSTICE) == Missing("subject")
    assert "(DoJ)" in said(answer("ordinal", asked("le premier"), JUSTICE))


def test_more_details_on_several_asks_which() -> None:
    focus = Focus("which_agency", (), ("finance",), ("doj", "dhs"))
    assert outcome("more_details", asked("plus de détails"), focus) == Missing(
        "which", ("doj", "dhs"), "describe"
    )


def test_an_ordinal_keeps_the_list_for_the_next_one() -> None:
    reply = answer("ordinal", asked("le deuxième"), INVESTIGATORS)
    assert reply.focus is not None
    assert (reply.focus.shown, reply.focus.subjects) == (("doj", "dhs", "eeoc"), ("dhs",))


def test_a_follow_up_to_the_source_keeps_the_subject() -> None:
    for intent in ("ask_source", "ask_date", "are_you_sure"):
        reply = answer(intent, asked("?"), JUSTICE)
        assert reply.focus is not None and reply.focus.subjects == ("doj",)


def test_two_places_of_a_list_are_two_answers_not_one_flat_list() -> None:
    reply = answer("ordinal", asked("les deux premiers"), INVESTIGATORS)
    lines = [plain(line) for line in render(reply).text.splitlines()]
    assert not any(line.startswith("• Voici") for line in lines), lines


def test_the_same_conversation_gives_the_same_words_twice() -> None:
    seen = view()
    question = asked("qui enquête", topics="investigation", intent="which_agency")
    one, focus_one = converse(question, Focus(), seen.tables, seen.phrases)
    two, focus_two = converse(question, Focus(), seen.tables, seen.phrases)
    assert isinstance(one, Reply) and (render(one), focus_one) == (render(two), focus_two)
