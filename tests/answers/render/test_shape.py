"""An answer once more, in the form that is asked for."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, plain, said, view
from vigie.answers.asked import asked as read_and_answered
from vigie.answers.grammar import first_sentence
from vigie.answers.query.line import read
from vigie.answers.question import Focus
from vigie.answers.render.shape import resaid


@pytest.mark.parametrize(
    ("line", "form", "says"),
    [
        ("select agency does=investigation", "summary", "En bref : le DoJ, le DHS et l'EEOC."),
        ("select agency chairs=spog", "short", "Je le redis : Le département d'État (DoS) préside"),
        ("describe spog", "short", "rassemble les organismes fédéraux"),
        ("describe spog", "english", "Senior Policy Operating Group"),
        ("select agency does=investigation", "table", "Trois organismes"),
    ],
)
def test_the_last_answer_is_given_in_the_form_that_is_asked_for(
    line: str, form: str, says: str
) -> None:
    assert says in said(resaid(read(line), form, view()))


def test_what_asks_for_no_form_is_no_form() -> None:
    assert resaid(read("describe spog"), "source", view()) is None


def test_a_summary_is_asked_for_in_a_conversation_only() -> None:
    question = asked("resume en une phrase", forms=(("meta summary", 0.95),))
    before = Focus("which_agency", queries=("select agency does=investigation",))
    reply = read_and_answered(question, view(before))
    assert said(reply).startswith("En bref")
    assert reply is not None and reply.focus == before
    assert read_and_answered(question, view()) is None


def test_choices_that_were_offered_do_not_keep_another_question_from_being_read() -> None:
    choice = {"key": "1", "title": "Le SPOG", "intent": "describe", "ids": ["spog"], "topics": []}
    before = Focus("describe", ("council",), pending=(choice,), queries=("describe council",))
    question = asked("qui la preside", names="pitf", forms=(("select agency chairs=?", 0.95),))
    assert "préside" in said(read_and_answered(question, view(before)))
    assert read_and_answered(asked("1"), view(before)) is None


def test_a_first_sentence_ends_where_another_begins() -> None:
    assert first_sentence("Le DoS publie. Il finance.") == "Le DoS publie"
    assert (
        plain(first_sentence("Selon « U.S. agencies », rien.")) == "Selon « U.S. agencies », rien"
    )
