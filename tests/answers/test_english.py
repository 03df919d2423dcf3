"""The English names that a reply holds: which count, in which order."""

from __future__ import annotations

import pytest

from tests.answers.made import tables
from vigie.answers.english import EnglishNames, english_names, said_in_english

NAMES = (
    "Attorney General’s Trafficking in Persons Report",
    "Trafficking in Persons Report",
    "Blue Campaign",
)

SAID = {
    # text: names
    "none": ("Le DHS enquête.", []),
    "one": ("Le DHS mène la Blue Campaign.", ["Blue Campaign"]),
    "twice is once": ("Blue Campaign, oui, Blue Campaign", ["Blue Campaign"]),
    "the longest first, whatever the text": (
        "Blue Campaign ; (Trafficking in Persons Report)",
        ["Trafficking in Persons Report", "Blue Campaign"],
    ),
    "not what a longer name holds": (
        "Attorney General’s Trafficking in Persons Report",
        ["Attorney General’s Trafficking in Persons Report"],
    ),
    "both when both are said": (
        "Trafficking in Persons Report, Attorney General’s Trafficking in Persons Report",
        ["Attorney General’s Trafficking in Persons Report", "Trafficking in Persons Report"],
    ),
    "whole words": ("les Blue Campaigns", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), SAID.values(), ids=SAID)
def test_the_names_said(text: str, names: list[str]) -> None:
    assert said_in_english(text, NAMES) == names
    assert said_in_english(text, EnglishNames(NAMES).within(text)) == names


def test_names_are_looked_up_by_their_words() -> None:
    names = EnglishNames(("Office of the Moon", "Office of the Moon, Inc.", "Office", "Moon’s"))
    assert names.within("Le bureau (Office of the Moon) ; Moons") == [
        "Office of the Moon",
        "Office",
    ]
    assert names.within("l’Office of the Moon, Inc.") == [
        "Office of the Moon, Inc.", "Office of the Moon", "Office",
    ]  # fmt: skip
    assert names.within("") == []


def test_the_knowledge_gives_every_english_name_as_it_is_printed() -> None:
    names = english_names(tables().knowledge)
    assert "Attorney General’s Trafficking in Persons Report" in names
    assert "Blue Campaign" in names and "Department of State" in names
    assert list(names) == sorted(names, key=lambda name: (-len(name), name))
