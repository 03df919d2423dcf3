"""What the document says only, as a sentence that denies nothing."""

from __future__ import annotations

import pytest

from tests.answers.made import view
from vigie.answers.render.only_says import only_says, says_no_more, without_what_is_told


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("L'EEOC enquête.", "À ce sujet, le document dit seulement que l'EEOC enquête."),
        ("Il enquête.", "À ce sujet, le document dit seulement qu'il enquête."),
        (
            "DoJ désigne un département.",
            "À ce sujet, le document dit seulement que DoJ désigne un département.",
        ),
        (
            "Il forme. Il enquête.",
            "À ce sujet, le document dit seulement ceci. Il forme. Il enquête.",
        ),
        ("", "Le document ne le précise pas."),
    ],
    ids=["an article", "a pronoun", "a name", "two sentences", "nothing"],
)
def test_a_fact_is_all_that_is_said(fact: str, expected: str) -> None:
    assert only_says(fact, view()) == expected
    assert says_no_more(expected, view()) is bool(fact)


def test_what_was_told_before_in_the_same_reply_is_not_told_again() -> None:
    lead = "« Où ? » À ce sujet, le document dit seulement que l'EEOC enquête."
    assert without_what_is_told(lead, "L'EEOC enquête.", view()) == (
        "« Où ? » Le document ne le précise pas."
    )
    assert without_what_is_told(lead, "L'EEOC forme.", view()) == lead
