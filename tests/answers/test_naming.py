"""Names both ways and in both languages, and the number to call."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, in_order, said, tables, talk, told

NAMES = {
    "an acronym": ("get expand doj", ["DoJ désigne le département de la Justice", "en anglais : « Department of Justice »"]),
    "an acronym with a vowel": ("get expand eeoc", ["EEOC désigne la Commission", "Equal Employment Opportunity Commission"]),
    "no acronym": (
        "get acronym treasury",
        ["Le département du Trésor : en anglais, « Department of the Treasury »", "ne donne pas de sigle"],
    ),
    "no English name": ("get english council_report", ["le premier rapport du Conseil consultatif", "sans sigle ni nom anglais"]),
    "a law": ("get expand jvta", ["JvTA désigne la Loi portant sur la Justice", "Justice for Victims of Trafficking Act"]),
    "a body": ("get expand spog", ["SPOG désigne le Groupe de haut niveau", "Senior Policy Operating Group"]),
    "two at once": ("get expand dhs dol", ["DHS désigne", "Homeland Security", "DoL désigne", "Department of Labor"]),
}  # fmt: skip


@pytest.mark.parametrize(("line", "has"), NAMES.values(), ids=NAMES)
def test_it_is_named_in_full(line: str, has: list[str]) -> None:
    text = said(told(line))
    assert in_order(text, has), text


def test_the_hotline_is_told_with_its_number_its_hours_its_languages_and_who_funds_it() -> None:
    text = said(told("get contact hotline"))
    expected = [
        "1-888-373-7888",
        "24 heures sur 24",
        "233733",
        "911",
        "interprète",
        "anglais et en espagnol",
    ]
    assert in_order(text, expected), text
    assert "(HHS) finance cette ligne" in text


def test_the_acronyms_of_many_are_a_list_that_can_be_put_in_order() -> None:
    question = asked("les sigles par ordre alphabetique", forms="get acronym {agency}")
    reply, _ = talk(question)
    named = [item.split()[0] for item in reply.items if " désigne " in item]
    assert named == sorted(named, key=str.lower) and {"DHS", "USAID", "OMB"} <= {*named}
    assert len(reply.items) == len(tables().knowledge.agencies)
