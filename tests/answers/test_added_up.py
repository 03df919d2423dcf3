"""The sum of what was counted one after the other."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, said, talk

COUNTS = ("count law", "count report")


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("donc ca fait combien en tout", "Cela fait neuf en tout."),
        ("et au total", "Cela fait neuf en tout."),
        ("donc neuf en tout", "Oui. Cela fait neuf en tout."),
        ("donc ca fait dix au total", "Non. Cela fait neuf en tout."),
    ],
)
def test_counts_of_two_sorts_are_added(words: str, begins: str) -> None:
    text = said(talk(asked(words), after(*COUNTS))[0])
    assert text.startswith(begins) and "trois textes de loi" in text and "six rapports" in text


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("combien en tout", ("count law",)),
        ("combien en tout", ("count report by=dol", "count report by=dos")),
        ("combien en tout", ("count law", "describe dhs")),
        ("le budget total fait combien", COUNTS),
        ("donc neuf", COUNTS),
    ],
)
def test_no_other_message_is_taken_for_a_sum(words: str, before: tuple[str, ...]) -> None:
    assert "Cela fait" not in said(talk(asked(words), after(*before))[0])
