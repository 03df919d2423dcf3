"""All that was asked of one thing, asked of another."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, talk

OF_THE_PITF = ("select agency chairs=pitf", "get number pitf", "get origin pitf")


@pytest.mark.parametrize(
    "words", ["et le , mêmes questions", "pareil pour le", "idem pour le , s'il te plaît"]
)
def test_each_question_is_asked_of_what_is_named(words: str) -> None:
    reply, focus = talk(asked(words, names="spog"), after(*OF_THE_PITF))
    told = ("select agency chairs=spog", "get number spog", "get origin spog")
    assert reply.queries == told and len(reply.parts) == 3
    assert focus.queries[-3:] == told, "so that they can be asked of a third"


def test_what_was_asked_of_something_else_before_is_not() -> None:
    before = after("describe dhs", "get origin pitf", "get number pitf")
    reply, _ = talk(asked("mêmes questions pour le", names="spog"), before)
    assert reply.queries == ("get origin spog", "get number spog")


@pytest.mark.parametrize(
    ("words", "names", "before"),
    [
        ("et le , mêmes questions", "dhs", OF_THE_PITF),  # of another kind
        ("et le , mêmes questions", "spog", OF_THE_PITF[:1]),
        ("le a les mêmes membres", "spog", OF_THE_PITF),
        ("mêmes questions", "", OF_THE_PITF),
    ],
)
def test_nothing_else_is_taken_for_it(words: str, names: str, before: tuple[str, ...]) -> None:
    reply, _ = talk(asked(words, names=names, forms="vague"), after(*before))
    assert len(reply.queries) < 2
