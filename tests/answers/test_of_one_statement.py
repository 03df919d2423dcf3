"""A question on one thing that the introduction says gets that sentence, not the introduction."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, said, talk

PARTNERS, WHOLE = (
    "Les autorités fédérales associent à leurs activités",
    "La lutte contre la traite demande",
)
IS = "verify is(federal_effort,avec les communautés religieuses)"


@pytest.mark.parametrize(
    ("words", "line", "begins"),
    [
        ("les communautés religieuses sont-elles citées ?", IS, PARTNERS),
        ("et les universitaires, la société civile ?", "describe federal_effort", PARTNERS),
        ("les rescapés y sont associés ?", IS, PARTNERS),
        ("multiplier les effets, les moyens ?", "describe federal_effort", "La coordination est"),
        ("c'est quoi cette démarche pangouvernementale ?", "describe federal_effort", WHOLE),
        ("qu'en dit l'introduction ?", "describe federal_effort", WHOLE),
        ("explique la lutte contre la traite", "describe federal_effort", WHOLE),
    ],
)
def test_the_statement_that_is_asked_about(words: str, line: str, begins: str) -> None:
    text = said(talk(asked(words, forms=line))[0])
    assert text.startswith(begins), text
    assert ("•" in text) == (begins == WHOLE)


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("verify chairs(federal_effort,pitf)", "Non. Le département d'État"),
        (
            "verify !is(federal_effort,avec les communautés religieuses)",
            "Le document ne permet pas",
        ),
        (
            "get english federal_effort",
            "La démarche pangouvernementale contre la traite des personnes : en anglais",
        ),
    ],
)
def test_a_verdict_and_an_attribute_stay(line: str, begins: str) -> None:
    words = "les communautés religieuses, la société civile ?"
    assert said(talk(asked(words, forms=line))[0]).startswith(begins)


def test_it_follows_what_is_not_told() -> None:
    words = "quelles communautés religieuses ?"
    text = said(talk(asked(words, forms="get other federal_effort"))[0])
    assert text.startswith("Le document ne donne pas") and PARTNERS in text


def test_no_other_description_is_cut() -> None:
    text = said(talk(asked("que fait la Justice, des recherches ?", forms="describe doj"))[0])
    assert "Supervise les poursuites" in text and "Mène des recherches" in text
