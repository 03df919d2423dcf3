"""Long names are said once: afterwards an acronym, or the name that people use, stands for them."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, said, talk, view
from vigie.answers.briefly import briefly
from vigie.answers.query.line import read
from vigie.answers.question import Focus
from vigie.answers.render.answer import answer

DHS = "département de la Sécurité intérieure (DHS)"


def told(line: str, before: str = "") -> str:
    """The text of the answer to a query, after the answer to another."""
    there = view(after(before) if before else Focus())
    reply = answer(read(line), there)
    assert reply is not None
    return said(briefly(reply.with_(queries=(line,)), there))


def test_in_a_conversation_what_was_spoken_of_is_called_briefly() -> None:
    first, focus = talk(asked("que fait", "dhs", forms="describe ?"))
    then, _ = talk(asked("forme", "dhs", topics="training", forms="verify does(?,?)"), focus)
    assert DHS in said(first) and said(then).startswith("Oui. Le DHS donne des cours")


def test_a_first_answer_names_it_in_full() -> None:
    assert told("verify does(dhs,training)").startswith(f"Oui. Le {DHS} donne")


@pytest.mark.parametrize(
    ("line", "before", "has"),
    [
        ("verify does(dhs,training)", "describe dhs", "Oui. Le DHS donne des cours"),
        ("get number council", "describe council", "Le Conseil consultatif réunit"),
        ("get date jvta", "select law", "La JvTA date de 2015"),
        ("verify chairs(dos,pitf)", "select agency chairs=pitf", "Le DoS préside la PITF"),
        ("describe eeoc about=investigation", "describe eeoc", "L'EEOC enquête"),
    ],
    ids=["an agency", "a name without an acronym", "a law", "two at once", "an elided article"],
)
def test_what_was_just_spoken_of_is_called_briefly(line: str, before: str, has: str) -> None:
    assert has in told(line, before)


@pytest.mark.parametrize(
    ("line", "has"),
    [
        ("get english dhs", f"Le {DHS} : en anglais"),
        ("describe dhs", f"Voici ce que fait le {DHS}"),
        ("count agency does=investigation", f"• Le {DHS}"),
    ],
    ids=["its name is asked for", "all of it is asked for", "a list of names"],
)
def test_it_is_named_in_full_again_where_the_name_counts(line: str, has: str) -> None:
    assert has in told(line, "verify does(dhs,training)")


def test_a_list_names_all_in_full_or_all_briefly() -> None:
    both = told("select agency does=training among=doj,dhs", "compare doj dhs")
    assert "• Le DoJ dispense" in both and "• Le DHS donne" in both
    one_is_new = told("select agency does=investigation", "compare doj dhs")
    assert f"• Le {DHS} enquête" in one_is_new and "(EEOC) enquête" in one_is_new


def test_within_an_answer_the_second_time_is_brief() -> None:
    text = told("verify creates(jvta,council) & number(council,11)").partition("Depuis")[0]
    assert text.count("Conseil consultatif des États-Unis") == 1 < text.count("Conseil consultatif")
