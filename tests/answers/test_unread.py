"""No "oui" to a claim that tells a number of which its reading says nothing."""

from __future__ import annotations

import pytest

from tests.answers.made import view
from vigie.answers.query.line import read
from vigie.answers.question import Mention, Question
from vigie.answers.unread import unread_numbers

LEVEL, RHYTHM = "verify level(pitf,ministerial)", "verify freq(tip_report,annual)"


@pytest.mark.parametrize(
    ("text", "line", "unread"),
    [
        ("de niveau ministériel, composée d'une vingtaine d'organismes", LEVEL, True),
        ("elle est bien de niveau ministériel", LEVEL, False),
        ("ses trois rapports sont de niveau ministériel", LEVEL, False),
        ("il publie tous les deux ans son rapport", "verify publishes(dos,tip_report)", True),
        ("les deux en publient un", "verify publishes(dos,tip_report)", False),
        ("DoJ, DHS, EEOC, les trois enquêtent", "verify does(doj,investigation)", False),
        ("chaque année depuis 2000", RHYTHM, True),
        ("chaque année", RHYTHM, False),
        ("la loi de 2015 l'a créé", "verify creates({law year=2015},council)", False),
        ("instauré en 2003 par l'amendement", "verify creates(tvpa_2003,spog)", False),
        ("instauré en 2001 par l'amendement", "verify creates(tvpa_2003,spog)", True),
        ("cinq comités se réunissent chaque mois", "verify count(committee of=spog,5)", True),
        ("elle date de 2015", "verify year(jvta,2015)", False),
        ("onze membres", "verify number(council,11)", False),
    ],
)
def test_it_is_seen(text: str, line: str, unread: bool) -> None:
    found = unread_numbers(Question(text, words=text), read(line), view().world)
    assert bool(found) is unread


def test_all_are_told() -> None:
    text = "le dos preside depuis 2003 avec quatorze agences"
    question = Question(text, words=text)
    assert unread_numbers(question, read("verify chairs(dos,pitf)"), view().world) == ("2003", "14")


def test_a_number_in_a_name_is_none() -> None:
    text, claim = "la loi de 2015 l'a créé", read("verify creates(jvta,council)")
    named = Mention(("jvta",), "law", 3, 14, "full")
    world = view().world
    assert not unread_numbers(Question(text, words=text, mentions=(named,)), claim, world)
    other = text.replace("2015", "2014")
    assert unread_numbers(Question(other, words=other), claim, world) == ("2014",)
