"""What is counted of a reply: its kind, why it is not whole, the act and the topics asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.answers.made import asked, phrases, tables, view
from vigie.answers.account import KINDS, account, helped
from vigie.answers.converse import converse
from vigie.answers.query.line import read
from vigie.answers.query.model import WORDS
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.render.answer import answer
from vigie.answers.reply import Reply, together

NOTHING = Focus()


def counted(line: str) -> dict[str, Any]:
    """The account of the answer to a query."""
    query = read(line)
    reply = answer(query, view())
    assert reply is not None
    return account(Question(""), reply.with_(queries=(write(query),)))


ANSWERED = {
    # a query: kind, reason, acts, topics
    "select agency does=training": ("answer", "", ["select"], ["training"]),
    "get number council": ("answer", "", ["get"], []),
    "get budget doj": ("refusal", "budget", ["get"], []),
    "get address hotline": ("partial", "address", ["get"], []),
    "describe doj": ("answer", "", ["describe"], []),
    "describe dot about=investigation": ("partial", "topic", ["describe"], []),
    "verify chairs(doj,pitf)": ("answer", "", ["verify"], []),
    "verify does(dot,prosecution)": ("partial", "unsaid", ["verify"], ["prosecution"]),
    "compare doj dol": ("answer", "", ["compare"], []),
}


@pytest.mark.parametrize(("line", "told"), ANSWERED.items(), ids=ANSWERED)
def test_an_answer_by_query(line: str, told: tuple[Any, ...]) -> None:
    found = counted(line)
    assert (found["kind"], found["reason"], found["acts"], found["topics"]) == told


def test_what_the_document_does_not_name_is_a_refusal_of_an_outsider() -> None:
    found = counted("describe @NASA")
    assert (found["kind"], found["reason"]) == ("refusal", "outsider")


@pytest.mark.parametrize("want", WORDS["none"])
def test_a_refusal_says_of_what(want: str) -> None:
    question = asked("quoi", forms=f"none {want}")
    reply, _ = converse(question, NOTHING, tables(), phrases())
    found = account(question, reply)
    assert (found["kind"], found["reason"], found["acts"]) == ("refusal", want, ["none"])


def test_a_question_that_two_parts_of_a_message_ask_is_partly_answered() -> None:
    told, refused = Reply("Oui."), Reply("Non.", kind="refusal", reason="figures")
    assert account(Question(""), together([told, refused]))["kind"] == "partial"
    assert account(Question(""), together([refused, refused]))["kind"] == "refusal"
    assert account(Question(""), together([told, told]))["kind"] == "answer"


def test_a_question_back_and_small_talk_are_no_answers() -> None:
    back = Reply("Lequel ?", kind="clarify")
    assert account(Question(""), back)["kind"] == "ask"
    assert account(Question(""), Reply("Bonjour.", kind="talk"))["kind"] == "talk"
    assert helped()["kind"] == "help" and helped()["topics"] == []


def test_every_kind_and_label_is_a_fixed_word() -> None:
    """Whatever is typed, nothing of it becomes a label."""
    for text in ("Fatou Diallo 0612345678", "x" * 50, "budget de Fatou ?"):
        question = asked(text, forms=text)
        reply, _ = converse(question, NOTHING, tables(), phrases())
        found = account(replace(question, text=text), reply)
        assert found["kind"] in KINDS
        assert found["acts"] == ["other"] and found["topics"] == []


def test_a_message_that_takes_up_the_last_query_is_counted_so_until_it_is_answered() -> None:
    back = Reply("Lequel ?", kind="clarify")
    asked_again = Question("et lui", forms=(("~same", 0.8),))
    assert account(asked_again, back)["acts"] == ["follow"]
