"""What the last answers left out: the lists to which what was spoken of belongs, less it."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, tables, view
from vigie.answers.query.evaluate import find
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import gather
from vigie.answers.reading.others import besides, rest
from vigie.answers.reading.proposal import Proposal

WORLD = view().world


def left(question: Question, focus: Focus) -> list[Proposal]:
    return list(rest(gather(question, WORLD), stack(focus), focus, WORLD))


def lines(question: Question, *before: str) -> list[str]:
    return [write(one.query) for one in left(question, after(*before))]


OTHERS = asked("et les autres")

FIRST = {
    # what was asked before, the first list that is proposed
    "a committee": ("describe grants_committee", "select committee of=spog except=grants_committee"),
    "a report of an agency": ("get owner goods_list", "select report by=dol except=goods_list"),
    "a programme of an agency": ("get owner blue_campaign", "select programme by=dhs except=blue_campaign"),
    "a law": ("describe jvta", "select law except=jvta"),
    "a body": ("get level spog", "select body except=spog"),
    "a member": ("verify in(doj,pitf)", "select agency in=pitf except=doj"),
    "one that does it": ("describe doj about=training", "select agency does=training except=doj"),
    "one that is said to do it": ("verify does(dhs,training)", "select agency does=training except=dhs"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "line"), FIRST.values(), ids=FIRST)
def test_it_is_the_list_to_which_what_was_spoken_of_belongs(before: str, line: str) -> None:
    assert lines(OTHERS, before)[:1] == [line]


def test_what_the_message_sets_aside_is_left_out() -> None:
    before = "select agency does=investigation"
    assert lines(asked("à part", without="doj"), before)[0] == f"{before} except=doj"
    assert lines(asked("les autres que", names="doj dhs"), before)[0] == f"{before} except=doj,dhs"


def test_a_list_that_was_left_out_of_is_left_out_of_anew() -> None:
    before = "select agency does=investigation except=doj"
    assert (
        lines(asked("et sans", names="dhs"), before)[0]
        == "select agency does=investigation except=dhs"
    )


def test_nothing_is_proposed_where_nothing_is_left_or_was_said() -> None:
    assert lines(OTHERS, "select agency does=finance") == []
    assert lines(OTHERS) == []
    assert lines(asked("et", names="usda"), "select agency does=finance") == []


def test_an_older_list_lies_deeper() -> None:
    found = left(OTHERS, after("describe goods_list", "describe grants_committee"))
    depth = {write(one.query): one.depth for one in found}
    assert depth["select committee of=spog except=grants_committee"] == 0
    assert depth["select report by=dol except=goods_list"] == 1


def test_what_is_used_of_the_message_is_what_it_leaves_out() -> None:
    (first, *_) = left(asked("à part", without="doj"), after("select agency does=investigation"))
    assert first.used == frozenset({0}) and first.kind == "other"


@pytest.mark.parametrize("entity", tables().knowledge.entities, ids=lambda entity: entity.id)
def test_none_of_what_is_proposed_is_empty_or_holds_what_it_leaves_out(entity) -> None:  # type: ignore[no-untyped-def]
    for made in left(OTHERS, after(f"describe {entity.id}")):
        select = made.query.select
        assert select is not None
        found = find(select, WORLD)
        assert found and not set(found) & set(select.excluded)
        assert read(write(made.query)) == made.query


def test_a_list_of_the_message_s_own_leaves_out_those_of_whom_was_spoken() -> None:
    made = Proposal(read("select agency does=training"), 0.9)
    focus = after("describe doj")
    (first, *_) = besides(made, stack(focus), focus, WORLD)
    assert write(first.query) == "select agency does=training except=doj" and first.kind == "other"


@pytest.mark.parametrize("line", ["select agency chairs=spog", "select report by=dol"])
def test_a_question_asked_again_is_no_question_about_the_others(line: str) -> None:
    focus = after(line)
    made = Proposal(read(line), 0.9)
    assert list(besides(made, stack(focus), focus, WORLD)) == []
