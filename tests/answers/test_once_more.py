"""What is said where the answer is the one just given, and Vigie is unsure of the question."""

from __future__ import annotations

from collections.abc import Iterator
from unittest import mock

import pytest

from tests.answers.made import after, asked, said, talk, together
from vigie.answers import decide

INVESTIGATE = "select agency does=investigation"


@pytest.fixture(autouse=True)
def never_sure() -> Iterator[None]:
    """Vigie names each question that it answers."""
    with mock.patch.object(decide, "SURE", 1.0):
        yield


def test_who_asks_otherwise_is_not_told_the_same_once_more() -> None:
    question = asked("ils visent qui au juste", topics="transport", forms="select agency does=?")
    text = said(talk(question, after("select agency does=transport"))[0])
    assert text.startswith("Je ne suis pas sûr de votre question.")
    assert "parties prenantes" not in text


def test_what_else_the_one_agency_does_may_be_what_is_meant() -> None:
    """ "Et ça protège qui ?" after who uses trade agreements: the workers, by another duty."""
    question = asked("et ca protege qui au juste", topics="trade", forms="select agency does=?")
    text = said(talk(question, after("select agency does=trade"))[0])
    assert text.startswith("Je ne suis pas sûr de votre question.")
    assert "protègent les travailleurs" in text and "accords" not in text


def test_who_leans_on_a_list_is_asked_which_of_it_rather_than_told_it_again() -> None:
    question = asked("et l'autre", forms=INVESTIGATE, leans={"other": 0.9})
    reply, focus = talk(question, after(INVESTIGATE))
    assert reply.kind == "clarify" and len(reply.choices) == 3
    assert focus.shown == ("doj", "dhs", "eeoc"), "that list can still be picked from"


def test_of_several_answers_the_last_of_which_was_just_given_none_is_lost_to_an_error() -> None:
    """It broke: a reply of several parts has no first sentence of its own."""
    before = after("get other ed")
    message = together(asked("a", forms="select law"), asked("b", forms="get other ed"))
    reply, _ = talk(message, before)
    assert said(reply)


def test_two_replies_of_several_parts_are_not_the_same_for_having_no_beginning() -> None:
    before = after("get date tvpa jvta")
    reply, _ = talk(asked("a", forms="get origin pitf council"), before)
    assert "redis" not in said(reply) and "JvTA" in said(reply) and "PITF" in said(reply)


def test_a_claim_on_somebody_else_keeps_its_question_where_the_same_fact_was_told() -> None:
    """ "Le DHS ? Il ne le préside pas ?", after who presides: it was told that Vigie was unsure."""
    question = asked("il preside pas ?", names="dhs", forms="verify chairs(?,?)")
    text = said(talk(question, after("select agency chairs=spog"))[0])
    assert "pas sûr" not in text
    assert text.startswith("Je comprends") and "DHS" in text and "DoS" in text
