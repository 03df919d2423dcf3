"""Yes or no: the verdict comes first and is right, and the fact follows it."""

from __future__ import annotations

import pytest

from tests.answers.made import answer, asked, in_order, outcome, plain, said
from vigie.answers.question import Focus
from vigie.answers.reply import Missing

CLAIMS = {
    # intent, question, verdict, what must follow
    "true: it chairs": ("verify_chair", asked("le préside", names="dos pitf"), "Oui.", ["(DoS) préside"]),
    "false: another chairs": ("verify_chair", asked("préside", names="doj spog"), "Non.", ["(DoS) préside"]),
    "false: nobody is said to chair": ("verify_chair", asked("préside", names="dos council"), "Non.", ["ne dit pas qui préside"]),
    "true: the same chairs both": ("verify_chair", asked("le même préside", names="pitf spog"), "Oui.", ["(DoS) préside la PITF et le SPOG"]),
    "false: different ones chair": ("verify_chair", asked("deux ministères différents président", names="pitf spog"), "Non.", ["(DoS)"]),
    "true: a member": ("verify_membership", asked("est membre", names="eeoc pitf"), "Oui.", ["(EEOC) est membre de la PITF"]),
    "true: two members": ("verify_membership", asked("sont membres", names="dol usda pitf"), "Oui.", ["(DoL)", "(USDA)", "sont membres de la PITF"]),
    "true: a member that is only named": ("verify_membership", asked("fait partie", names="nsc pitf"), "Oui.", ["Conseil national de sécurité"]),
    "false: an agency is no survivor": ("verify_membership", asked("est membre", names="doj council"), "Non.", ["ne figure pas", "Conseil consultatif"]),
    "false: one outside": ("verify_membership", asked("est membre", names="? pitf"), "Non.", ["ne figure pas parmi les membres de la PITF"]),
    "false: a body in a body": ("verify_membership", asked("fait partie", names="council pitf"), "Non.", ["ne figure pas"]),
    "true: it publishes": ("verify_report", asked("publie", names="doj ag_report"), "Oui.", ["(DoJ) publie chaque année"]),
    "false: another publishes": ("verify_report", asked("publie", names="dhs tip_report"), "Non.", ["(DoS) publie"]),
    "true: three reports": ("verify_report", asked("publie trois rapports", names="dol"), "Oui.", ["trois rapports"]),
    "false: two reports": ("verify_report", asked("publie deux rapports", names="dol"), "Non.", ["trois rapports"]),
    "false: no report": ("verify_report", asked("publie un rapport", names="treasury"), "Non.", ["aucun rapport"]),
    "true: annual": ("verify_report", asked("est annuel", names="tip_report"), "Oui.", ["chaque année"]),
    "unknown: said to be annual": ("verify_report", asked("est annuelle", names="goods_list"), "Le document ne dit pas à quel rythme.", ["Liste des biens"]),
    "true: six reports": ("verify_report", asked("il y a six rapports"), "Oui.", ["six rapports"]),
    "false: ten reports": ("verify_report", asked("il y a dix rapports"), "Non.", ["six rapports"]),
    "true: the law": ("verify_law", asked("créé par", names="council jvta"), "Oui.", ["(JvTA), qui date de 2015"]),
    "false: the wrong law": ("verify_law", asked("créé par", names="council tvpa"), "Non.", ["(JvTA), qui date de 2015"]),
    "true: the year": ("verify_law", asked("créé en 2003", names="spog"), "Oui.", ["2003"]),
    "false: the wrong year": ("verify_law", asked("créé en 2015", names="spog"), "Non.", ["2003"]),
    "true: the year of a law": ("verify_law", asked("date de 2015", names="jvta"), "Oui.", ["date de 2015"]),
    "false: the year of a law": ("verify_law", asked("date de 2010", names="jvta"), "Non.", ["date de 2015"]),
    "true: the year of the first report": ("verify_law", asked("son rapport est de 2016", names="council"), "Oui.", ["octobre 2016"]),
    "false: the year of the first report": ("verify_law", asked("son rapport est de 2012", names="council"), "Non.", ["octobre 2016"]),
    "true: it does": ("verify_role", asked("enquête", names="doj", topics="investigation"), "Oui.", ["(DoJ) enquête"]),
    "false: others do": (
        "verify_role", asked("enquête", names="treasury", topics="investigation"), "Non.",
        ["le département du Trésor s'occupe de ce point", "Trois organismes", "(DoJ)", "(DHS)", "(EEOC)"],
    ),
    "false: another does": (
        "verify_role", asked("délivre", names="doj", topics="certification"), "Non.", ["(HHS) délivre"],
    ),
    "true: it alone does": ("verify_role", asked("seul", names="treasury", topics="finance"), "Oui.", ["Trésor"]),
    "false: it is not alone": ("verify_role", asked("seul", names="dhs", topics="investigation"), "Non.", ["Trois organismes"]),
    "true: its programme": ("verify_role", asked("finance", names="hhs hotline"), "Oui.", ["(HHS) finance la ligne"]),
    "false: another's programme": ("verify_role", asked("finance", names="doj hotline"), "Non.", ["(HHS) finance la ligne"]),
    "true: the number of survivors": ("verify_fact", asked("compte onze membres", names="council"), "Oui.", ["onze rescapés"]),
    "false: the number of survivors": ("verify_fact", asked("compte douze membres", names="council"), "Non.", ["onze rescapés"]),
    "true: about fifteen": ("verify_fact", asked("une quinzaine de membres", names="pitf"), "Oui.", ["une quinzaine"]),
    "true: five committees": ("verify_fact", asked("a cinq comités", names="spog"), "Oui.", ["cinq comités"]),
    "false: six committees": ("verify_fact", asked("a six comités", names="spog"), "Non.", ["cinq comités"]),
    "true: of ministers": ("verify_fact", asked("est de niveau ministériel", names="pitf"), "Oui.", ["ministériel"]),
    "true: appointed by the president": ("verify_fact", asked("nommés par le président", names="council"), "Oui.", ["président"]),
    "false: appointed by the congress": ("verify_fact", asked("nommés par le congrès", names="council"), "Non.", ["par le président"]),
    "true: made of survivors": ("verify_fact", asked("composé de rescapés", names="council"), "Oui.", ["onze rescapés"]),
    "false: made of experts": ("verify_fact", asked("composé d'experts", names="council"), "Non.", ["onze rescapés"]),
}  # fmt: skip


@pytest.mark.parametrize(("intent", "question", "verdict", "has"), CLAIMS.values(), ids=CLAIMS)
def test_the_verdict_comes_first_and_the_fact_after(  # type: ignore[no-untyped-def]
    intent: str, question, verdict: str, has: list[str]
) -> None:
    reply = answer(intent, question)
    text = said(reply)
    assert text.startswith(verdict), text
    assert in_order(text, has), text
    assert reply.places and reply.focus is not None


def test_a_denied_truth_is_corrected_and_a_denied_falsehood_confirmed() -> None:
    """ "Le DoJ ne préside pas le SPOG" is right: "En effet, non."."""
    denied = asked("ne le préside pas", names="doj spog")
    assert said(answer("verify_chair", denied)).startswith("En effet, non.")
    truth = asked("ne le préside pas", names="dos spog")
    assert said(answer("verify_chair", truth)).startswith("Si. ")


def test_a_statement_that_cannot_be_decided_gets_facts_without_verdict() -> None:
    reply = answer("verify_fact", asked("est connu", names="doj"))
    assert not plain(reply.lead).startswith(("Oui", "Non")) and reply.confidence < 1


def test_a_statement_about_nothing_asks_of_what() -> None:
    assert outcome("verify_fact", asked("c'est vrai")) == Missing("subject")


def test_the_agency_of_the_last_answer_is_judged() -> None:
    text = said(
        answer(
            "verify_role", asked("il enquête", topics="investigation"), Focus("describe", ("dhs",))
        )
    )
    assert text.startswith("Oui.") and "(DHS) enquête" in text
