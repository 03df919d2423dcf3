"""An answer once more, in the form that is asked for."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, plain, said, talk, view
from vigie.answers.canonical import questions
from vigie.answers.query.line import read
from vigie.answers.render.shape import formed, resaid
from vigie.answers.sentences import first_sentence


@pytest.mark.parametrize(
    ("line", "form", "says"),
    [
        ("select agency does=investigation", "summary", "En bref : le DoJ, le DHS et l'EEOC."),
        ("select agency chairs=spog", "short", "Je le redis. Le département d'État (DoS) préside"),
        ("describe spog", "short", "rassemble les organismes fédéraux"),
        (
            "verify does(doj,investigation)",
            "short",
            "Oui. Le département de la Justice (DoJ) enquête",
        ),
        (
            "verify does(doj,investigation) & !publishes(doj,any)",
            "short",
            "Dans l'ordre de ce que vous affirmez : juste puis faux.",
        ),
        ("describe dot", "each", "En bref : le DoT s'occupe"),
        ("describe spog", "english", "Senior Policy Operating Group"),
        ("select agency does=investigation", "table", "Trois organismes"),
    ],
)
def test_the_last_answer_is_given_in_the_form_that_is_asked_for(
    line: str, form: str, says: str
) -> None:
    assert says in said(formed(read(line), (form,), view()))


def test_what_asks_for_no_form_is_no_form() -> None:
    assert resaid(read("describe spog"), "source", view()) is None


def test_a_summary_keeps_what_was_spoken_of() -> None:
    before = after("select agency does=investigation")
    reply, focus = talk(asked("resume en une phrase", forms="meta summary"), before)
    assert said(reply).startswith("En bref")
    assert (focus.shown, focus.queries) == (before.shown, before.queries)


def test_a_first_sentence_ends_where_another_begins() -> None:
    assert first_sentence("Le DoS publie. Il finance.") == "Le DoS publie"
    assert (
        plain(first_sentence("Selon « U.S. agencies », rien.")) == "Selon « U.S. agencies », rien"
    )


def test_of_what_an_agency_does_the_topics_are_told() -> None:
    text = plain(said(resaid(read("describe dhs"), "short", view())))
    assert text.startswith("En bref : le DHS s'occupe des enquêtes, des campagnes auprès du grand")
    assert "enquêtes à l'échelle" not in text  # enquêtes, which are told, hold them


def test_what_the_document_does_not_say_of_it_stays_in_short() -> None:
    text = plain(said(resaid(read("describe doj about=military"), "short", view())))
    assert "ne dit rien" in text and "En bref" not in text


def test_no_short_answer_is_a_heading_without_what_it_heads() -> None:
    """Of every question that the knowledge answers."""
    for one in questions(view()):
        told = resaid(one.query, "short", view())
        assert told is None or not said(told).rstrip().endswith(":"), one.shown
