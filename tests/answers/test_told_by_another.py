"""What one answer tells is not told again by the next in the same reply."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, said, talk, together

TWICE = {
    "the reports, then who publishes each": (
        ("select report", "select agency publishes=any"), "six rapports", "quatre organismes",
    ),
    "the reports that are yearly, and whose": (
        ("select report freq=annual", "get owner {report freq=annual}"),
        "deux rapports", "publie",
    ),
    "the number of the line, then who funds it": (
        ("get contact hotline", "get owner hotline"), "1-888", "finance la ligne",
    ),
    "who runs the line, then its number": (
        ("select agency runs=hotline", "get contact hotline"), "1-888", "finance la ligne",
    ),
    "the law that made it, and its year": (
        ("get origin council", "get date jvta"), "qui date de 2015", "JvTA date de 2015",
    ),
    "how many members, and who they are": (
        ("get number pitf", "get composition pitf"), "en nomme dix-huit", "n'explique pas l'écart",
    ),
    "the English name, then the acronym": (
        ("get english pitf", "get acronym pitf"), "PITF désigne", ": en anglais, «",
    ),
}  # fmt: skip
APART = {
    "the reports of one, and who publishes another": (
        ("select report by=dol", "get owner tip_report"), ["trois rapports", "département d'État"],
    ),
    "how many are in one, and who in another": (
        ("get number council", "get composition pitf"), ["onze rescapés", "en nomme dix-huit"],
    ),
    "the names of two things": (
        ("get expand pitf", "get english spog"), ["PITF désigne", "Senior Policy"],
    ),
    "the law that made it, and the year of a law that has none": (
        ("get origin pitf", "get date tvpa"), ["issue de la Loi", "ne donne pas l'année"],
    ),
    "what two bodies are, and what two agencies do": (
        ("describe pitf spog", "describe ed hhs"), ["niveau ministériel", "cinq comités", "scolaires", "ligne téléphonique"],
    ),
    "the number of the line, and who publishes": (
        ("get contact hotline", "get owner tip_report"), ["1-888", "Rapport annuel"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "has", "lacks"), TWICE.values(), ids=TWICE)
def test_it_is_told_once(lines: tuple[str, str], has: str, lacks: str) -> None:
    text = said(talk(together(*(asked(f"q{n}", forms=line) for n, line in enumerate(lines))))[0])
    assert has in text and lacks not in text


@pytest.mark.parametrize(("lines", "has"), APART.values(), ids=APART)
def test_what_else_is_asked_is_told_too(lines: tuple[str, str], has: list[str]) -> None:
    text = said(talk(together(*(asked(f"q{n}", forms=line) for n, line in enumerate(lines))))[0])
    assert [piece for piece in has if piece not in text] == []
