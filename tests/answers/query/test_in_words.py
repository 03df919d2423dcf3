"""« Une quinzaine », and eighteen that are named: what is claimed of their number."""

from __future__ import annotations

import pytest

from tests.answers.made import said, told

CLAIMED = {
    "more than are named": ("20", "Non."),
    "fewer than are described": ("10", "Non."),
    "as the document says": ("15", "Voici ce que dit le document."),
    "as many as it names": ("18", "Voici ce que dit le document."),
    "that it has any": ("any", "Voici ce que dit le document."),
    "more than ten": (">10", "Oui."),
    "at most twenty": ("≤20", "Oui."),
    "more than thirty": (">30", "Non."),
    "more than fifteen, which it leaves open": (">15", "Voici ce que dit le document."),
}


@pytest.mark.parametrize(("value", "verdict"), CLAIMED.values(), ids=CLAIMED)
def test_a_number_told_in_words(value: str, verdict: str) -> None:
    for claim in ("number(pitf,", "count(agency in=pitf,") if value != "any" else ("number(pitf,",):
        text = said(told(f"verify {claim}{value})"))
        assert text.startswith(verdict) and "une quinzaine" in text, claim


def test_of_some_of_the_members_those_are_counted() -> None:
    assert said(told("verify count(agency in=pitf kind=department,11)")).startswith("Oui.")
    assert "une quinzaine" not in said(told("verify count(agency in=pitf except=dos,17)"))


def test_a_number_told_in_figures_is_compared() -> None:
    assert said(told("verify number(council,11)")).startswith("Oui.")
    assert said(told("verify number(council,12)")).startswith("Non.")
