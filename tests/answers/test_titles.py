"""A report is found by the words that set its title apart, never by those that all titles share."""

from __future__ import annotations

import pytest

from tests.answers.made import tables
from vigie.answers.titles import stem
from vigie.nlu.text import fold


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("le document du procureur", ["ag_report"]),
        ("l'inventaire des biens", ["goods_list"]),
        ("le truc sur la servitude", ["products_list"]),
        ("les pires formes", ["child_labour_findings"]),
        ("le texte des rescapés", ["council_report"]),
        ("le rapport du consultatif", ["council_report"]),
        ("attorney general", ["ag_report"]),
        ("worst forms", ["child_labour_findings"]),
        ("un rapport", []),
        ("la liste", []),
        ("la traite des personnes", []),
        ("le travail forcé des enfants", []),
        ("bonjour", []),
        ("", []),
    ],
)
def test_a_report_is_found_by_its_rare_words(text: str, reports: list[str]) -> None:
    assert list(tables().titles.best(fold(text))) == reports


@pytest.mark.parametrize("report", tables().knowledge.reports, ids=lambda report: report.id)
def test_every_report_but_the_most_general_is_found_by_its_own_title(report) -> None:  # type: ignore[no-untyped-def]
    found = tables().titles.best(fold(report.name.fr))
    assert found == (report.id,) if report.id != "tip_report" else report.id in (*found, report.id)


@pytest.mark.parametrize(
    ("one", "other"),
    [("produite", "produits"), ("annuel", "annuels"), ("publiée", "publiées"), ("servitudes", "servitude")],
)
def test_number_and_gender_do_not_matter(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


def test_short_words_are_left_alone() -> None:
    assert stem("pres") == "pres"
