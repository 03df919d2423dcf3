"""No danger is denied that a clause of the message tells of; where a message is cut for that."""

from __future__ import annotations

import doctest

import pytest

from vigie.distress import parts
from vigie.distress.afterwards import SURE, Afterwards
from vigie.distress.asked import CALM, MORE
from vigie.distress.cues import Cues
from vigie.distress.danger import is_no_danger, tells_of_danger
from vigie.distress.rules import Rules

RULES = Rules(Cues())


class Heard(Afterwards):
    """Takes all for a word that there is no danger, but for the clauses that affirm one."""

    def __init__(self, *affirmed: str) -> None:
        self._affirmed = affirmed

    def kinds(self, text: str) -> tuple[str, ...]:
        return (MORE,) if text.strip() in self._affirmed else (CALM,)

    def surely(self, text: str, least: float = SURE) -> str:
        return CALM


def test_what_the_docs_say_of_the_parts() -> None:
    assert doctest.testmod(parts).failed == 0


@pytest.mark.parametrize(
    ("text", "affirmed"),
    [
        ("pas le 911 svp, il me frappe", "il me frappe"),
        ("no 911 please he's hitting me", "please he's hitting me"),
        ("no 911 porfa y me está pegando", "me está pegando"),
        ("pa rele 911, l ap bat mwen", "l ap bat mwen"),
        ("elle dort mais il me frappe", "il me frappe"),
        ("pas urgent parce que je saigne", "que je saigne"),
    ],
)
def test_a_blow_beside_it_is_danger(text: str, affirmed: str) -> None:
    assert tells_of_danger(text, RULES, Heard(affirmed))
    assert not is_no_danger(text, RULES, Heard(affirmed))


@pytest.mark.parametrize(
    "text", ["Le 911 ? Elle n'est pas en train de se faire frapper.", "pas urgent, elle va bien"]
)
def test_a_blow_that_is_denied_is_none(text: str) -> None:
    assert is_no_danger(text, RULES, Heard())


def test_a_message_of_one_clause_denies_no_blow() -> None:
    """Nothing else in it could tell that it is meant so."""
    assert not is_no_danger("don't worry he hits me", RULES, Heard())
