"""Laws and dates: the right law, the right year, and no year where the document gives none."""

from __future__ import annotations

import pytest

from tests.answers.made import in_order, said, told

ANSWERS: dict[str, tuple[str, list[str], list[str]]] = {
    "the law of the PITF": (
        "get origin pitf", ["équipe spéciale", "est issue de la Loi sur la protection", "(TVPA)"], ["2003", "2015", "2000"],
    ),
    "the law of the SPOG": ("get origin spog", ["est issu de l'amendement de 2003"], ["2015"]),
    "the law of the council": (
        "get origin council", ["est issu de la Loi portant sur la Justice", "(JvTA), qui date de 2015"], ["TVPA"],
    ),
    "the law of a committee is that of its body": ("get origin victim_services", ["2003"], ["2015"]),
    "the laws of two bodies": (
        "get origin pitf council", ["(TVPA)", "(JvTA), qui date de 2015"], ["2003"],
    ),
    "the law of the one made of survivors": (
        "select law creates={body is=survivors}", ["(JvTA)"], ["TVPA"],
    ),
    "since when the council": ("get date council", ["date ce texte de 2015"], ["2003", "depuis", "créé"]),
    "since when the SPOG": ("get date spog", ["amendement de 2003"], ["date ce texte", "2015"]),
    "which of several laws created which": (
        "select body by=tvpa,jvta",
        ["(PITF) est issue de la Loi", "Conseil consultatif", "(JvTA), qui date de 2015"],
        ["a pour tâche"],
    ),
    "a list with the years that names do not have": (
        "select law", ["(JvTA), qui date de 2015, prévoit"], ["2003 à la Loi sur la protection des victimes de la traite, qui date"],
    ),
    "the only one, where it is none of two": (
        "select law creates=spog among=tvpa,jvta", ["issu de l'amendement de 2003"], ["ne cite aucun"],
    ),
    "since when the PITF": (
        "get date pitf", ["ne donne pas de date", "est issue de la Loi"], ["2000", "2003", "depuis"],
    ),
    "the year of the JvTA": ("get date jvta", ["(JvTA) date de 2015"], ["2003"]),
    "the year of the TVPA": (
        "get date tvpa", ["ne donne pas l'année de la Loi sur la protection", "amendée en 2003"], ["2000", "2015"],
    ),
    "the date of the first report of the council": (
        "get date council_report", ["Conseil consultatif", "premier rapport en octobre 2016"], ["2015"],
    ),
    "the date of an annual report": ("get date tip_report", ["paraît chaque année"], ["2016"]),
    "the date of an undated report": ("get date goods_list", ["ne dit ni quand ni à quel rythme"], ["2016"]),
    "since when the two": ("get date spog council", ["2003", "2015"], []),
    "what the JvTA does": ("describe jvta", ["prévoit la création du Conseil consultatif"], ["PITF"]),
    "what the TVPA does, and how it changed": (
        "describe tvpa", ["est à l'origine de la PITF", "2003", "instaure le SPOG"], ["2015"],
    ),
    "what the amendment does": ("describe tvpa_2003", ["instaure le SPOG"], ["Conseil"]),
    "the law of 2003": ("select law year=2003", ["instaure le SPOG"], ["2015"]),
    "the law of 2015": ("select law year=2015", ["Conseil consultatif"], ["SPOG"]),
    "the body of 2015": ("select body year=2015", ["Conseil consultatif", "(JvTA)"], ["SPOG"]),
    "the report of 2016": ("select report year=2016", ["premier rapport en octobre 2016"], ["SPOG"]),
    "all the laws": (
        "select law", ["TVPA", "origine de la PITF", "instaure le SPOG", "(JvTA)", "Conseil consultatif"], [],
    ),
    "a year without a law": ("select law year=1998", ["ne cite aucun texte de loi"], ["TVPA", "2003"]),
}  # fmt: skip


@pytest.mark.parametrize(("line", "has", "lacks"), ANSWERS.values(), ids=ANSWERS)
def test_laws(line: str, has: list[str], lacks: list[str]) -> None:
    reply = told(line)
    text = said(reply)
    assert in_order(text, has), text
    assert not [piece for piece in lacks if piece in text], text
    assert reply.places and reply.focus is not None
