"""Reports and programmes: who, how many, how often; never a frequency that the document lacks."""

from __future__ import annotations

import pytest

from tests.answers.made import answer, asked, in_order, outcome, said, tables
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Missing

ALL = [report.id for report in tables().knowledge.reports]
TITLES = [report.name.fr for report in tables().knowledge.reports]
DOL = ["Conclusions sur les pires formes", "Liste des biens", "Liste des produits"]

ANSWERS: dict[str, tuple[str, Question, list[str], list[str]]] = {
    "who publishes the world report": (
        "report_owner", asked(names="tip_report"), ["(DoS) publie chaque année", "Trafficking in Persons Report"], ["DoJ"],
    ),
    "who publishes the report of the attorney general": (
        "report_owner", asked(names="ag_report"), ["(DoJ) publie chaque année", "Attorney General's"], ["DoS"],
    ),
    "who publishes the list of goods": (
        "report_owner", asked(names="goods_list"), ["(DoL) publie le rapport", "Liste des biens"], ["chaque année"],
    ),
    "who publishes the first report of the council": (
        "report_owner", asked(names="council_report"), ["Conseil consultatif", "a remis", "octobre 2016"], ["publie"],
    ),
    "a report by its date": ("report_owner", asked("celui d'octobre 2016"), ["Conseil consultatif", "octobre 2016"], ["DoS"]),
    "a report by a word of its title": (
        "report_owner", asked("le papier sur la servitude"), ["(DoL)", "Liste des produits"], ["Liste des biens"],
    ),
    "the two lists": ("report_owner", asked("qui fait ces listes"), ["(DoL) publie deux rapports", *DOL[1:]], ["Conclusions"]),
    "the reports on the traffic": (
        "report_owner", asked("les deux rapports sur la traite"), ["deux rapports paraissent chaque année", "DoS", "DoJ"], ["DoL"],
    ),
    "all the reports": ("list_reports", asked("tous les rapports"), ["cite six rapports", *TITLES[:5]], []),
    "the annual reports": (
        "list_reports", asked("les rapports annuels"), ["deux rapports paraissent chaque année", "(DoS)", "(DoJ)"], ["(DoL)", "Conseil"],
    ),
    "the reports of Labor": ("list_reports", asked(names="dol"), ["(DoL) publie trois rapports", *DOL], ["chaque année"]),
    "the report of Justice": ("list_reports", asked(names="doj"), ["(DoJ) publie chaque année"], ["trois"]),
    "the report of the council": ("list_reports", asked(names="council"), ["a remis", "octobre 2016"], []),
    "the reports of the Treasury": (
        "list_reports", asked(names="treasury"), ["ne cite aucun rapport publié par le département du Trésor"], ["publie chaque"],
    ),
    "the reports of State and Justice": ("list_reports", asked(names="dos doj"), ["deux rapports", "(DoS)", "(DoJ)"], ["(DoL)"]),
    "all but those of Labor": (
        "list_reports", asked("tous les rapports sauf", without="dol"), ["trois rapports", "(DoS)", "(DoJ)", "Conseil"], ["(DoL)"],
    ),
    "the reports on children": (
        "list_reports", asked("quels rapports", topics="child_labour"), ["(DoL) publie trois rapports", *DOL], ["(DoS)"],
    ),
    "how often the world report": (
        "list_reports", asked("à quelle fréquence", names="tip_report"), ["paraît chaque année"], [],
    ),
    "how often the list of goods": (
        "list_reports", asked("à quelle fréquence", names="goods_list"), ["ne dit pas à quel rythme"], ["chaque année"],
    ),
    "how many reports": ("count_reports", asked("combien de rapports"), ["six rapports"], []),
    "how many reports of Labor": ("count_reports", asked("combien", names="dol"), ["trois rapports", *DOL], []),
    "who publishes several": (
        "multi_report_agency", asked("qui publie plusieurs rapports"),
        ["Un seul organisme publie plusieurs rapports", "(DoL)", "trois", *DOL], ["(DoS)"],
    ),
    "who publishes only one": (
        "multi_report_agency", asked("qui n'en publie qu'un"), ["(DoS)", "(DoJ)", "Conseil consultatif"], ["(DoL)"],
    ),
    "who funds the hotline": ("programme_owner", asked(names="hotline"), ["(HHS) finance la ligne téléphonique"], ["DHS"]),
    "who runs the Blue Campaign": (
        "programme_owner", asked(names="blue_campaign"), ["(DHS) s'appuie sur la Blue Campaign pour sensibiliser"], ["HHS"],
    ),
    "who delivers the letters": (
        "programme_owner", asked(names="certification_letters"), ["(HHS) délivre les lettres de certification"], ["DHS"],
    ),
    "who allows the witnesses to stay": (
        "programme_owner", asked(names="witness_stay_permission"), ["(DHS) délivre l'autorisation de séjour"], ["HHS"],
    ),
    "a programme by its topic": ("programme_owner", asked(topics="hotline"), ["(HHS) finance la ligne"], []),
    "what the hotline is": (
        "describe", asked(names="hotline"),
        ["apporte par téléphone", "(HHS) finance", "1-888-373-7888"], [],
    ),
    "what the letters are": (
        "describe", asked(names="certification_letters"),
        ["Les lettres", "sont destinées aux victimes étrangères", "(HHS) délivre"], ["1-888"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("intent", "question", "has", "lacks"), ANSWERS.values(), ids=ANSWERS)
def test_reports(intent: str, question: Question, has: list[str], lacks: list[str]) -> None:  # type: ignore[no-untyped-def]
    reply = answer(intent, question)
    text = said(reply)
    assert in_order(text, has), text
    assert not [piece for piece in lacks if piece in text], text
    assert reply.places and reply.focus is not None


def test_all_reports_are_remembered_in_document_order() -> None:
    reply = answer("list_reports", asked("tous les rapports"))
    assert reply.focus is not None and list(reply.focus.shown) == ALL


def test_a_report_that_cannot_be_told_is_asked_for() -> None:
    assert outcome("report_owner", asked("qui publie ce rapport")) == Missing("report", tuple(ALL))


def test_a_programme_that_cannot_be_told_is_asked_for() -> None:
    assert outcome("programme_owner", asked("qui mène ça")) == Missing("topic")


def test_the_reports_of_the_last_agency_are_meant_by_a_pronoun() -> None:
    text = said(answer("list_reports", asked("il publie quoi"), Focus("describe", ("doj",))))
    assert "procureur général" in text and "DoS" not in text


def test_a_date_and_a_frequency_are_told_only_where_the_document_has_them() -> None:
    for report in tables().knowledge.reports:
        text = said(answer("report_owner", asked(names=report.id)))
        assert ("chaque année" in text) == bool(report.frequency)
        assert ("octobre 2016" in text) == bool(report.date)
