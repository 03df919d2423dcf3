"""A question on one thing that the introduction says gets that sentence, not the introduction."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, said, talk

PARTNERS, WHOLE = "Les autorités fédérales y associent", "La lutte contre la traite demande"
IS = "verify is(federal_effort,avec les communautés religieuses)"


@pytest.mark.parametrize(
    ("words", "line", "begins"),
    [
        ("les communautés religieuses sont-elles citées ?", IS, PARTNERS),
        ("et les universitaires, la société civile ?", "describe federal_effort", PARTNERS),
        ("les rescapés y sont associés ?", IS, PARTNERS),
        ("pourquoi multiplier les effets ?", "describe federal_effort", "Coordonner ces efforts"),
        ("c'est quoi cette démarche pangouvernementale ?", "describe federal_effort", WHOLE),
        ("qu'en dit l'introduction ?", "describe federal_effort", WHOLE),
    ],
)
def test_the_statement_that_is_asked_about(words: str, line: str, begins: str) -> None:
    text = said(talk(asked(words, forms=line))[0])
    assert text.startswith(begins), text
    assert ("•" in text) == (begins == WHOLE)


def test_it_follows_what_is_not_told() -> None:
    text = said(talk(asked("quelles universitaires ?", forms="get other federal_effort"))[0])
    assert text.startswith("Le document ne donne pas") and PARTNERS in text


def test_no_other_description_is_cut() -> None:
    text = said(talk(asked("que fait la Justice, des recherches ?", forms="describe doj"))[0])
    assert "Supervise les poursuites" in text and "Mène des recherches" in text
