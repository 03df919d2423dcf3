"""Claims of a whole group are never answered by the first of it."""

from __future__ import annotations

import pytest

from tests.answers.made import said, told


@pytest.mark.parametrize(
    ("line", "lead", "has", "lacks"),
    [
        ("verify in({agency in=pitf},spog)", "Oui.", "dix-huit sur dix-huit", "DoS"),
        (
            "verify in({agency kind=department},pitf)",
            "Le document le dit",
            "de ceux qu'il cite (onze",
            "Oui",
        ),
        ("verify kind({agency in=pitf},department)", "En partie seulement.", "onze", "Oui"),
        ("verify in({agency kind=department},council)", "Non.", "d'aucun des onze", "DoS"),
        ("verify does({agency in=pitf},investigation)", "En partie seulement.", "EEOC", "DoS"),
        ("verify !does({agency kind=department},training)", "Si.", "sept sur onze", "DoS"),
        (
            "verify !does({agency kind=department},discrimination)",
            "Le document ne le dit d'aucun",
            "d'aucun des onze (les accusations de discrimination)",
            "DoS",
        ),
        ("verify year({law creates=any},2003)", "En partie seulement.", "amendement", "JvTA"),
        ("verify year({law creates=any},1990)", "Non.", "d'aucune des trois", "Oui"),
        # One thing that is described is told of as any other.
        ("verify does({agency does=transport},training)", "Oui. Le département des Tr", "", ""),
    ],
)
def test_it_is_said_of_how_many_it_holds(line: str, lead: str, has: str, lacks: str) -> None:
    text = said(told(line))
    assert text.startswith(lead) and has in text
    assert not lacks or lacks not in text


def test_what_is_told_of_each_alike_is_told_once() -> None:
    """ "Quel rythme ?" of the five committees got one sentence five times."""
    assert said(told("get frequency {committee}")).count("régulièrement") == 1


def test_committees_are_no_reports_that_appear() -> None:
    assert "rapports" not in said(told("verify freq({committee},annual)"))
    assert "rapports" in said(told("verify freq({report by=dol},annual)"))
