"""A year alone, of which the document dates something."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, said, talk

TOLD = {"told": 0.9}


@pytest.mark.parametrize(
    ("words", "year", "has"),
    [
        ("que s est il passe en octobre 2016 ?", "2016", "Octobre 2016 : Le Conseil consultatif"),
        ("il y a eu quoi en 2015 ?", "2015", "(JvTA)"),
        ("et 2003 alors, quoi ?", "2003", "2003"),
    ],
)
def test_what_is_dated_of_it_is_told_and_the_question_named(
    words: str, year: str, has: str
) -> None:
    reply, focus = talk(asked(words, forms=TOLD))
    assert reply.guessed and has in said(reply)
    assert f"year={year}" in reply.queries[0] and focus.queries == reply.queries


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("que s est il passe en 1999 ?", ""),
        ("je suis arrive en 2015", ""),
        ("mon patron me garde depuis 2003 que faire ?", ""),
        ("que disait-on des ecoles en 2015 ?", "schools"),
    ],
    ids=["nothing of that year", "only told", "of who writes", "of something else"],
)
def test_any_other_year_is_asked_back(words: str, topics: str) -> None:
    reply, _ = talk(asked(words, topics=topics, forms=TOLD))
    assert not any("year=" in line for line in reply.queries)
