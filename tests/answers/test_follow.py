"""What is offered to ask next: answered, new, and about what was spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.answers.made import asked, plain, talk, told, view
from vigie.answers.canonical import Canonical, questions, reply_to
from vigie.answers.follow import asks_whose_it_was, follow
from vigie.answers.query.line import read
from vigie.answers.question import Focus
from vigie.answers.reply import Choice, Reply


def facts() -> Iterator[tuple[Canonical, Reply]]:
    """Every fact that is asked about by itself, and its answer."""
    for question in questions(view()):
        reply = reply_to(question, view())
        if reply is not None and reply.kind == "answer" and reply.places:
            yield question, reply


def test_after_every_fact_two_or_three_questions_are_offered_none_of_them_a_dead_end() -> None:
    count = 0
    for question, reply in facts():
        offered = follow(reply, view())
        assert 2 <= len(offered) <= 3, question
        assert len(set(offered)) == len(offered)
        assert question.query not in [read(one.query) for one in offered]
        count += 1
    assert count > 150


def after_line(line: str) -> list[str]:
    """What is offered after the answer to a query."""
    return [plain(one.title) for one in talk(asked("?", forms=line))[0].follow]


def test_what_is_offered_is_about_what_was_spoken_of() -> None:
    assert any("le département de la Justice (DoJ)" in one for one in after_line("describe doj"))
    of_hhs = after_line("describe hhs")
    assert sum("(HHS)" in one for one in of_hhs) == 2 and "programmes gère" in of_hhs[0]
    assert "Qui compose la PITF ?" in after_line("select agency chairs=pitf")


def test_what_the_document_does_not_hold_is_not_offered() -> None:
    for names, words in (("usaid", "rapports"), ("council", "préside"), ("tvpa", "date")):
        offered = follow(told(f"describe {names}"), view())
        noun = format(view().noun(names), "le")
        assert not [one for one in offered if words in one.title and noun in one.title], offered


def test_nothing_is_offered_after_a_question_back_a_refusal_or_a_talk() -> None:
    reply = told("describe doj")
    assert follow(reply, view())
    for kind in ("refusal", "clarify", "talk", "safety"):
        assert follow(replace(reply, kind=kind), view()) == ()
    assert follow(replace(reply, choices=(Choice("a", "describe doj"),)), view()) == ()


@pytest.mark.parametrize(
    ("line", "of", "told"),
    [
        ("get owner hotline", "hhs", True),
        ("get owner hotline", "dhs", False),
        ("get owner tip_report", "dos", True),
        ("get contact hotline", "hhs", False),
    ],
    ids=["its owner", "another", "a report", "something else of it"],
)
def test_whose_a_thing_is_need_not_be_asked_once_its_owner_was_told(
    line: str, of: str, told: bool
) -> None:
    """ "Qui finance la ligne ?" offered "Quel organisme a la charge de la ligne ?"."""
    assert asks_whose_it_was(read(line), Focus((of,), (), (of,)), view()) is told
