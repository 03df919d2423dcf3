"""Reports and programmes: who, how many, how often; never a frequency that the document lacks."""

from __future__ import annotations

import pytest

from tests.answers.made import in_order, said, tables, told

ALL = [report.id for report in tables().knowledge.reports]
TITLES = [report.name.fr for report in tables().knowledge.reports]
DOL = ["Conclusions sur les pires formes", "Liste des biens", "Liste des produits"]

ANSWERS: dict[str, tuple[str, list[str], list[str]]] = {
    "who publishes the world report": (
        "get owner tip_report", ["(DoS) publie chaque année", "Trafficking in Persons Report"], ["DoJ"],
    ),
    "who publishes the report of the attorney general": (
        "get owner ag_report", ["(DoJ) publie chaque année", "Attorney General's"], ["DoS"],
    ),
    "who publishes the list of goods": (
        "get owner goods_list", ["(DoL) publie le rapport", "Liste des biens"], ["chaque année"],
    ),
    "who publishes the first report of the council": (
        "get owner council_report", ["Conseil consultatif", "a remis", "octobre 2016"], ["publie"],
    ),
    "the two lists": ("get owner goods_list products_list", ["(DoL) publie", *DOL[1:]], ["Conclusions"]),
    "all the reports": ("select report", ["six rapports", *TITLES[:5]], []),
    "the annual reports": (
        "select report freq=annual", ["cite deux rapports", "chaque année", "(DoS)", "(DoJ)"], ["(DoL)", "Conseil"],
    ),
    "the reports of Labor": ("select report by=dol", ["trois rapports", *DOL], ["chaque année"]),
    "the report of Justice": ("select report by=doj", ["(DoJ) publie chaque année"], ["trois"]),
    "the report of the council": ("select report by=council", ["a remis", "octobre 2016"], []),
    "the reports of the Treasury": (
        "select report by=treasury", ["ne cite aucun rapport", "du département du Trésor"], ["publie chaque"],
    ),
    "the reports of State and Justice": ("select report by=dos/doj", ["deux rapports", "(DoS)", "(DoJ)"], ["(DoL)"]),
    "all but those of Labor": (
        "select report by!=dol", ["trois rapports", "(DoS)", "(DoJ)", "Conseil"], ["(DoL)"],
    ),
    "the reports on children": (
        "select report about=child_labour", ["trois rapports", *DOL], ["(DoS)"],
    ),
    "how often the world report": ("get frequency tip_report", ["paraît chaque année"], []),
    "how often the list of goods": (
        "get frequency goods_list", ["ne dit pas à quel rythme"], ["chaque année"],
    ),
    "how many reports": ("count report", ["six rapports"], []),
    "how many reports of Labor": ("count report by=dol", ["trois", *DOL], []),
    "who publishes the most": ("max agency by=report", ["(DoL)", "trois", *DOL], ["(DoS)"]),
    "who funds the hotline": ("get owner hotline", ["(HHS) finance la ligne téléphonique"], ["DHS"]),
    "who runs the Blue Campaign": (
        "get owner blue_campaign", ["(DHS) s'appuie sur la Blue Campaign pour sensibiliser"], ["HHS"],
    ),
    "who delivers the letters": (
        "get owner certification_letters", ["(HHS) délivre les lettres de certification"], ["DHS"],
    ),
    "who allows the witnesses to stay": (
        "get owner witness_stay_permission", ["(DHS) accorde l'autorisation de séjour"], ["HHS"],
    ),
    "a programme by its topic": ("select agency does=hotline", ["(HHS) finance la ligne"], []),
    "what the hotline is": (
        "describe hotline", ["apporte par téléphone", "(HHS) finance", "1-888-373-7888"], [],
    ),
    "what the letters are": (
        "describe certification_letters",
        ["Les lettres", "sont destinées aux victimes étrangères", "(HHS) délivre"], ["1-888"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "has", "lacks"), ANSWERS.values(), ids=ANSWERS)
def test_reports(line: str, has: list[str], lacks: list[str]) -> None:
    reply = told(line)
    text = said(reply)
    assert in_order(text, has), text
    assert not [piece for piece in lacks if piece in text], text
    assert reply.places and reply.focus is not None


def test_all_reports_are_remembered_in_document_order() -> None:
    reply = told("select report")
    assert reply.focus is not None and list(reply.focus.shown) == ALL


def test_a_date_and_a_frequency_are_told_only_where_the_document_has_them() -> None:
    for report in tables().knowledge.reports:
        text = said(told(f"get owner {report.id}"))
        assert ("chaque année" in text) == bool(report.frequency)
        assert ("octobre 2016" in text) == bool(report.date)
