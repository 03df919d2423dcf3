"""A report is found by the words that set its title apart, never by those that all titles share."""

from __future__ import annotations

import pytest

from tests.answers.made import tables
from vigie.answers.titles import stem
from vigie.knowledge.model import Report
from vigie.nlu.text import fold


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("le document du procureur", ["ag_report"]),
        ("l'inventaire des biens", ["goods_list"]),
        ("le truc sur la servitude", ["products_list"]),
        ("les pires formes", ["child_labour_findings"]),
        ("attorney general", ["ag_report"]),
        ("worst forms", ["child_labour_findings"]),
        ("un rapport", []),
        ("la liste", []),
        ("la traite des personnes", []),
        ("le travail forcé des enfants", []),
        ("les rescapés", []),
        ("bonjour", []),
        ("", []),
    ],
)
def test_a_report_is_found_by_its_rare_words(text: str, reports: list[str]) -> None:
    assert list(tables().titles.best(fold(text))) == reports


@pytest.mark.parametrize("report", tables().knowledge.reports, ids=lambda report: report.id)
def test_no_title_leads_to_another_report(report: Report) -> None:
    """Some titles have only words that many share: their names find them, not their words."""
    assert tables().titles.best(fold(report.name.fr)) in ((report.id,), ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("produite", "produits"),
        ("annuel", "annuels"),
        ("publiée", "publiées"),
        ("servitudes", "servitude"),
    ],
)
def test_number_and_gender_do_not_matter(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


def test_short_words_are_left_alone() -> None:
    assert stem("pres") == "pres"
