"""What a reader of whole conversations is told: the message, and what was asked and shown."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.question import OUTSIDER, Focus, Mention, Question
from vigie.answers.reading.said import NUMBER, SHOWN, Stretch, named, said

DOJ = Mention(("doj",), "agency", 6, 9)
MESSAGE = Question("et le DoJ ?", mentions=(DOJ,))


def before(focus: Focus) -> str:
    """What is told of what was said, names between brackets."""
    parts = said(MESSAGE, focus, view().world).before
    return "".join(f"<{one.kind} {one.text}>" if one.ids else one.text for one in parts)


def test_of_a_first_message_it_alone_is_told() -> None:
    found = said(MESSAGE, Focus(), view().world)
    doj = Stretch("DoJ", "agency", ("doj",))
    assert found.message == (Stretch("et le "), doj, Stretch(" ?")) and found.before == ()


@pytest.mark.parametrize(
    ("focus", "expected"),
    [
        (
            Focus(queries=("select agency chairs=spog",), shown=("dos",), subjects=("dos",)),
            "select agency chairs=<body spog> : <agency dos>",
        ),
        (
            Focus(queries=("get number spog", "verify does(dol,training)"), shown=("dol", "spog")),
            "get number <body spog> | verify does(<agency dol>,training)"
            " : <agency dol> <body spog>",
        ),
        (Focus(subjects=("doj",)), " : ; <agency doj>"),
        (
            Focus(queries=("describe dol about=training",), shown=("training",), subjects=("dol",)),
            "describe <agency dol> about=training : topic ; <agency dol>",
        ),
    ],
    ids=["a question", "two questions, the older first", "what was only told", "topics, whose"],
)
def test_what_was_said_is_told(focus: Focus, expected: str) -> None:
    assert before(focus) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "describe dos",
            "describe <agency dos> : <agency dos> = dialogue avec, coordination,"
            " financement programmes <report tip_report>",
        ),
        (
            "describe dos about=coordination",
            "describe <agency dos> about=coordination : <agency dos>",
        ),
        ("describe spog", "describe <body spog> : <body spog>"),
    ],
    ids=["all of them", "one of them", "not of a body"],
)
def test_the_points_of_a_description_are_told_in_their_order(line: str, expected: str) -> None:
    assert before(after(line)) == expected


def test_a_list_before_the_last_question_is_told_with_what_it_found() -> None:
    """ "Le deuxième" may still be one of them."""
    focus = after("select body chair=dos", "get date spog")
    assert before(focus).startswith(
        "select body chair=<agency dos> = <body pitf> <body spog> | get"
    )
    long = after("select agency does=training", "get date spog")
    assert before(long).startswith("select agency does=training | get date"), "too many of them"


@pytest.mark.parametrize(
    ("ident", "noun"),
    [("pitf", "équipe"), ("spog", "groupe"), ("eeoc", "commission"), ("tvpa", "loi"), ("doj", "")],
)
def test_a_thing_is_told_with_the_noun_that_it_is_called_by(ident: str, noun: str) -> None:
    """ "Elle" is the PITF and not the SPOG; "la Justice" may be an "elle" and an "il"."""
    told = said(MESSAGE, Focus(subjects=(ident,)), view().world).before
    assert [one.noun for one in told if one.ids] == [noun]


def test_what_is_named_is_told_in_the_order_in_which_it_is_heard() -> None:
    told = said(MESSAGE, Focus(queries=("get number spog",), shown=("spog", "doj")), view().world)
    assert named(told) == ("doj", "spog")


def test_nothing_is_told_of_who_is_not_in_the_document() -> None:
    assert before(Focus(queries=("describe @FBI",))) == "describe @FBI :"


def test_of_a_long_list_the_first_things_are_told() -> None:
    focus = after("select agency kind=department")
    assert len(focus.shown) > SHOWN
    assert before(focus).count("<agency") == SHOWN and "…" in before(focus)


def test_numbers_and_what_the_document_does_not_name_are_told_as_typed() -> None:
    question = Question("le FBI en 2015 ?", mentions=(Mention(("@",), OUTSIDER, 3, 6),))
    found = [one for one in said(question, Focus(), view().world).message if one.ids]
    assert found == [
        Stretch("FBI", OUTSIDER, ("@FBI",)),
        Stretch("2015", NUMBER, ("2015",)),
    ]


def test_a_name_within_another_is_told_once() -> None:
    inner = Mention(("pitf",), "body", 8, 9)
    question = Question("et le DoJ ?", mentions=(DOJ, inner))
    assert (
        "".join(one.text for one in said(question, Focus(), view().world).message) == "et le DoJ ?"
    )


def test_no_name_is_told_where_none_is_known() -> None:
    assert [one.text for one in said(asked("qui enquête"), Focus(), view().world).message] == [
        "qui enquête"
    ]
