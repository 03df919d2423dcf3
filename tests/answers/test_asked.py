"""Which stretches of a message are read as questions."""

from __future__ import annotations

from dataclasses import replace

from tests.answers.made import asked, said, view
from vigie.answers import asked as reader
from vigie.answers.question import Question

CHAIRS = (("select agency chairs=?", 0.95),)
LEVEL = (("get level ?", 0.95),)


def with_clauses(whole: Question, *clauses: Question) -> Question:
    return replace(whole, clauses=clauses)


def test_each_question_of_a_message_has_its_answer() -> None:
    first = asked("qui préside", names="pitf", forms=CHAIRS)
    second = asked("et quel niveau pour", names="spog", forms=LEVEL)
    reply = reader.asked(with_clauses(asked(names="pitf spog"), first, second), view())
    assert "(DoS) préside" in said(reply) and "(SPOG)" in said(reply)


def test_what_is_only_told_does_not_weigh_on_what_is_asked() -> None:
    question = asked("qui préside", names="pitf", forms=CHAIRS)
    whole = asked("je sais pour mais qui préside", names="dhs doj pitf", forms=CHAIRS)
    assert reader.parts_of(with_clauses(whole, question), view()) == (question,)


def test_a_question_that_needs_what_was_told_is_read_with_it() -> None:
    leaning = asked("ai-je raison ?")
    whole = asked(
        "dit que préside, ai-je raison ?", names="doj pitf", forms=(("verify chairs(?,?)", 0.9),)
    )
    assert reader.parts_of(with_clauses(whole, leaning), view())[0].mentions == whole.mentions
