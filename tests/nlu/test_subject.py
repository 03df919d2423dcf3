"""What the document is about is found under the names that others give it."""

from __future__ import annotations

import pytest

from vigie.nlu.mentions import form
from vigie.nlu.names import NameMatcher
from vigie.nlu.subject import Subject

SUBJECT = Subject(
    "la traite des personnes",
    (
        "trafic d'êtres humains",
        "trafic humain",
        "trafic de gens",
        "vente de gens",
        "human trafficking",
        "trafficking in persons",
    ),
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("qui s'occupe du trafic humain ?", "qui s'occupe de la traite des personnes ?"),
        ("le traffic des êtres humains, c'est qui", "la traite des personnes, c'est qui"),
        ("c ki ki s'okup des trafic de gens la", "c ki ki s'okup de la traite des personnes la"),
        ("lutte anti trafic humain", "lutte anti traite des personnes"),
        ("le trafic d'organes", "le trafic d'organes"),
        ("le trafic d'enfants", "le trafic d'enfants"),
        ("la vente, des gens la font", "la vente, des gens la font"),
        ("l'human trafficking", "la traite des personnes"),
        ("trafic", "trafic"),
        ("", ""),
    ],
)
def test_another_name_is_read_as_its_own(typed: str, read: str) -> None:
    assert SUBJECT.called(typed).text == read


def test_places_are_those_of_what_was_typed() -> None:
    typed = "le trafic humain et le FBI"
    called = SUBJECT.called(typed)
    assert called.typed(called.text.index("FBI")) == typed.index("FBI")
    assert called.typed(called.text.index("traite")) < typed.index("et")


def test_a_name_of_the_knowledge_is_left_as_it_is() -> None:
    """The report would not be found otherwise."""
    matcher = NameMatcher([form("Trafficking in Persons Report", ("tip_report",), "report")])
    typed = "qui publie le Trafficking in Persons Report ?"
    assert SUBJECT.called(typed, matcher.find).text == typed
    assert SUBJECT.called(typed).text != typed


def test_without_a_subject_nothing_is_renamed() -> None:
    assert Subject().called("le trafic humain").text == "le trafic humain"
