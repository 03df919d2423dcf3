"""A query is written on one line, and what is no query is refused with the reason."""

from __future__ import annotations

import pytest

from tests.answers.made import view
from vigie.answers.query.form import form
from vigie.answers.query.line import LineError, read, read_all
from vigie.answers.query.normal import normal
from vigie.answers.query.signature import faults
from vigie.answers.query.write import write

LINES = (
    "select agency does=training does!=investigation except=doj",
    "select agency does=farming/transport",
    "select agency does=investigation+prosecution",
    "select agency chairs={body by=tvpa_2003}",
    "select agency does=training among=doj,dhs",
    "select agency publishes=any",
    "count report freq=annual",
    "describe dhs about=training",
    "describe doj about!=training+research",
    "describe {report by=doj}",
    "select body has={agency does=investigation among=doj,eeoc}",
    "select report by={agency does=training+investigation}",
    "select agency does=training except={agency in=pitf+spog}",
    "get budget spog",
    "verify !in(@FBI,pitf)",
    "verify count(report by=dol,3) & year(spog,2003)",
    "verify only(does(doj,investigation))",
    "verify is(pitf,secrète, et)",
    "compare doj dhs about=training",
    "compare pitf spog about=number",
    "max agency by=report",
    "gap spog council",
    "talk thanks",
    "meta source",
    "none far",
    "vague",
    "told",
    "help other",
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_is_read_is_written_again_and_means_the_same(line: str) -> None:
    assert read(write(read(line))) == read(line)


def test_a_message_may_ask_several_things() -> None:
    assert [write(q) for q in read_all("told ;; select agency chairs=pitf ;; get number pitf")] == [
        "told",
        "select agency chairs=pitf",
        "get number pitf",
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("selct agency", "n’est pas un acte"),
        ("select agencies", "n’est pas une sorte"),
        ("select agency owns=tip_report", "n’est pas une condition"),
        ("get budget doj about!=training", "get ne prend pas about!="),
        ("get colour pitf", "n’est pas un attribut"),
        ("verify doj trains", "n’est pas une affirmation"),
        ("verify loves(doj,dhs)", "n’est pas une relation"),
        ("compare doj", "au moins 2"),
        ("talk weather", "ne va pas après talk"),
        ("max agency", "demande by="),
        ("", "n’est pas un acte"),
    ],
)
def test_a_line_that_is_no_query_says_why(line: str, says: str) -> None:
    with pytest.raises(LineError, match=says):
        read(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("select agency does=training except=doj,dhs", "select agency does=? except=?,?"),
        ("verify !year(spog,2003)", "verify !year(?,?)"),
        ("select report by={agency chairs=pitf}", "select report by={agency chairs=?}"),
        ("select agency in=pitf described=no", "select agency in=? described=no"),
        ("get budget hhs", "get budget ?"),
        ("verify appoints(president,council)", "verify appoints(president,?)"),
        # What no topic covers is asked of in another way; somebody who is not named is a thing.
        ("verify does(treasury,@)", "verify does(?,@)"),
        ("select agency does=@", "select agency does=@"),
        ("verify in(@,pitf)", "verify in(?,?)"),
        ("verify in(@FBI,pitf)", "verify in(?,?)"),
    ],
)
def test_the_form_of_a_query_keeps_what_it_asks_and_not_of_what(line: str, expected: str) -> None:
    assert write(form(read(line))) == expected
    assert form(form(read(line))) == form(read(line))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("count agency in=pitf", "get number pitf"),
        ("select committee of=spog about=grants", "select committee about=grants"),
        ("select agency does=grants does=training", "select agency does=grants+training"),
        ("get subject goods_list", "describe goods_list"),
    ],
)
def test_two_ways_to_write_one_question_are_one(line: str, expected: str) -> None:
    assert write(normal(read(line))) == expected


def test_any_topic_is_no_topic() -> None:
    """Whether something is done at all is `described`; « n’importe quel rapport » is one."""
    assert faults(read("verify does(doj,any)"), view().world) == ("any",)
    assert faults(read("select agency does!=any"), view().world) == ("any",)
    assert faults(read("verify publishes(doj,any)"), view().world) == ()


def test_what_is_given_of_a_thing_is_no_topic_of_its_description() -> None:
    with pytest.raises(LineError, match="get composition"):
        read("describe spog about=composition")
