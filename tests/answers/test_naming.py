"""Names both ways and in both languages, and the number to call."""

from __future__ import annotations

import pytest

from tests.answers.made import answer, asked, in_order, outcome, said, tables
from vigie.answers.question import Focus
from vigie.answers.reply import Missing

NAMES = {
    "an acronym": (asked(names="doj"), ["DoJ désigne le département de la Justice", "en anglais : « Department of Justice »"]),
    "an acronym with a vowel": (asked(names="eeoc"), ["EEOC désigne la Commission", "Equal Employment Opportunity Commission"]),
    "no acronym": (
        asked(names="treasury"),
        ["Le département du Trésor : en anglais, « Department of the Treasury »", "ne donne pas de sigle"],
    ),
    "no English name": (asked(names="council_report"), ["le premier rapport du Conseil consultatif", "sans sigle ni nom anglais"]),
    "a law": (asked(names="jvta"), ["JvTA désigne la Loi portant sur la Justice", "Justice for Victims of Trafficking Act"]),
    "a body": (asked(names="spog"), ["SPOG désigne le Groupe de haut niveau", "Senior Policy Operating Group"]),
    "two at once": (asked(names="dhs dol"), ["DHS désigne", "Homeland Security", "DoL désigne", "Department of Labor"]),
}  # fmt: skip


@pytest.mark.parametrize(("question", "has"), NAMES.values(), ids=NAMES)
def test_it_is_named_in_full(question, has: list[str]) -> None:  # type: ignore[no-untyped-def]
    text = said(answer("expand_name", question))
    assert in_order(text, has), text


@pytest.mark.parametrize("entity", tables().knowledge.entities, ids=lambda entity: entity.id)
def test_all_the_names_of_everything_are_told(entity) -> None:  # type: ignore[no-untyped-def]
    text = said(answer("expand_name", asked(names=entity.id)))
    for name in (entity.name.fr, entity.name.en, entity.name.acronym):
        assert name.lower() in text.lower()


def test_the_names_of_the_last_thing_are_meant() -> None:
    assert "Homeland Security" in said(
        answer("expand_name", asked("en anglais ?"), Focus("x", ("dhs",)))
    )


def test_the_name_of_nothing_is_asked_for() -> None:
    assert outcome("expand_name", asked("ça veut dire quoi")) == Missing("subject")


def test_the_hotline_is_told_with_its_number_its_hours_its_languages_and_who_funds_it() -> None:
    text = said(answer("hotline_info", asked("quel numéro")))
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


def test_a_name_that_is_english_in_the_document_is_not_told_twice() -> None:
    text = said(answer("expand_name", asked(names="omb")))
    assert text.count("Office of Management and Budget") == 1, text
