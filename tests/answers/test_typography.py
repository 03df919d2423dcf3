"""Texts as French printing has them."""

from __future__ import annotations

import pytest

from vigie.answers.typography import typeset

TYPESET = {
    "quotation marks": ("« aide »", "«\u00a0aide\u00a0»"),
    "quotation marks without spaces": ("«aide»", "«\u00a0aide\u00a0»"),
    "a colon": ("Source : ici", "Source\u00a0: ici"),
    "a colon at the end": ("Les voici :", "Les voici\u00a0:"),
    "a colon at the end of a line": ("Les voici :\n• un", "Les voici\u00a0:\n• un"),
    "a question mark": ("Qui ?", "Qui\u202f?"),
    "an exclamation mark": ("Merci !", "Merci\u202f!"),
    "a semicolon": ("un ; deux", "un\u202f; deux"),
    "an apostrophe": ("l'USAID", "l\u2019USAID"),
    "an apostrophe before a quotation mark": ("d'« elle »", "d\u2019«\u00a0elle\u00a0»"),
    "an hour": ("à 10:30", "à 10:30"),
    "an address": ("https://a.org/?b=c", "https://a.org/?b=c"),
    "nothing": ("", ""),
    "quotation marks within others": (
        "« La « Liste » : est-ce exact ? » Non. « FBI » non plus",
        "«\u00a0La “Liste”\u00a0: est-ce exact\u202f?\u00a0» Non. «\u00a0FBI\u00a0» non plus",
    ),
    "quotation marks left open": ("« a « b » c", "«\u00a0a «\u00a0b\u00a0» c"),
}


@pytest.mark.parametrize(("text", "printed"), TYPESET.values(), ids=TYPESET)
def test_it_is_typeset(text: str, printed: str) -> None:
    assert typeset(text) == printed


@pytest.mark.parametrize("text", [case[1] for case in TYPESET.values()])
def test_typesetting_twice_changes_nothing(text: str) -> None:
    assert typeset(text) == text
