"""What is said after the help is told apart: by the cues, by words, and with the heavier reader."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Optional

import pytest

from vigie import distress
from vigie.distress.afterwards import Afterwards
from vigie.distress.asked import AGENCIES, FIRST, MORE, Asked
from vigie.distress.call import Call
from vigie.distress.cues import Cues
from vigie.distress.features import forms
from vigie.distress.model import Head, Model
from vigie.distress.packed import Row
from vigie.distress.rules import Rules

KINDS = ("money", "documents", MORE, AGENCIES, "thanks")
WORDS = {"dette": (4.0, -4.0, -4.0, -4.0, -4.0), "carte": (-4.0, 4.0, -4.0, -4.0, -4.0),
         "frappe": (-4.0, -4.0, 4.0, -4.0, -4.0),
         "merci": (-9.0, -9.0, -9.0, -9.0, 9.0)}  # fmt: skip
"""What four words say of each of five kinds."""
CHANCES = {"money": 0.05, "documents": 0.05, MORE: 0.85, AGENCIES: 0.04, "other": 0.01}
"""What a heavier reader says of any message."""


class Heavy:
    """Says the same of all."""

    def logit(self, text: str) -> float:
        return 0.0

    def after(self, text: str) -> Mapping[str, float]:
        return {kind: math.log(likely) for kind, likely in CHANCES.items()}

    def who(self, text: str) -> Mapping[str, Mapping[str, float]]:
        return {}


def afterwards(second: Optional[Heavy] = None, learned: bool = True) -> Afterwards:
    rows: dict[str, Row] = {f"w:{forms(w).words[0]}": row for w, row in WORDS.items()}
    head = Head(KINDS, (0.0,) * len(KINDS), rows, False)
    return Afterwards(Rules(Cues()), Asked(), Model({"after": head}) if learned else None, second)


def test_the_words_tell_where_nothing_else_reads() -> None:
    assert afterwards().kinds("ma dette") == ("money",)
    assert afterwards().surely("ma dette") == "money"


def test_two_questions_are_heard_each() -> None:
    assert afterwards().kinds("et la dette ? et ma carte ?") == ("money", "documents")


@pytest.mark.parametrize(
    "text", ["merci. et ma dette", "Merci ! et ma dette ?", "merci mais ma dette"]
)
def test_thanks_do_not_eat_what_is_asked_with_them(text: str) -> None:
    assert afterwards().kinds("merci") == ("thanks",)
    assert afterwards().kinds(text) == ("money",)


def test_what_the_last_sentence_surely_asks_is_what_is_asked() -> None:
    """ "no estoy en México. ¿cuánto cuesta?" asks the price, not of calls from Mexico."""
    assert afterwards().kinds("il a ma carte. et ma dette dette ?") == ("money",)


def test_danger_that_is_surely_told_is_not_lost_before_what_asks_nothing() -> None:
    """ "j'ai peur, ils rentrent dans une heure. Je fais quoi ?" asks for no number of minutes."""
    assert afterwards().kinds("il me frappe. Et la suite, madame ?") == (MORE,)
    assert afterwards().kinds("il me frappe. Et ma dette ?") == ("money",)


def test_danger_that_goes_on_stands_alone() -> None:
    found = afterwards(Heavy()).kinds("bonjour madame")
    assert found == (MORE,)


def test_both_readers_count() -> None:
    assert afterwards(Heavy()).kinds("ma dette, ma dette")[:1] == ("money",)


def test_the_cues_tell_where_nothing_was_learned() -> None:
    assert afterwards(learned=False).kinds("il lit mes messages") == ("watched",)
    assert afterwards(learned=False).surely("il lit mes messages") == ""


@pytest.mark.parametrize(
    ("call", "asked"),
    [
        ("Il garde tout. Et ma dette ?", "money"),
        ("Il m'enferme, il garde ma carte.", None),
    ],
)
def test_what_a_call_asks_is_in_its_questions(call: str, asked: Optional[str]) -> None:
    found = set(afterwards().asked_in(call)) & {"money", "documents"}
    assert found == ({asked} if asked else set())


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("il lit mes messages", "watched"),
        ("she checks my phone every night", "watched"),
        ("el me revisa el celular", "watched"),
        ("li fouye telefòn mwen", "watched"),
        ("je peux appeler pour elle ?", "behalf"),
        ("rele pou li", "behalf"),
        ("je leur dis quoi ?", "words"),
        ("comment récupérer mon passeport", "documents"),
        ("vous répétez la même chose", "again"),
    ],
)
def test_the_rules_alone_hear_what_weighs_most(text: str, topic: str) -> None:
    assert topic in Asked().about(text)


@pytest.mark.parametrize(
    "text", ["c'est pas moi la victime", "it is not me", "no soy yo", "se pa mwen"]
)
def test_who_says_that_it_is_not_them_is_heard(text: str) -> None:
    assert Asked().means_another(text) and not Asked().about(text)


@pytest.mark.parametrize("language", ["fr", "en", "es", "ht"])
class TestSaid:
    def test_in_short_it_holds_both_numbers_and_is_never_the_same(self, language: str) -> None:
        said = [distress.still(Call(language), turn) for turn in range(4)]
        assert all(len(one) < 300 < len(distress.reply(Call(language))) for one in said)
        assert all("1-888-373-7888" in one and "911" in one for one in said)
        assert all(one != other for one, other in zip(said, said[1:]))

    def test_in_danger_now_911_comes_first_in_short_too(self, language: str) -> None:
        for turn in (2, 3):
            said = distress.still(Call(language, when="now"), turn)
            assert said.index("911") < said.index("1-888-373-7888")
            of_another = Call(language, "relative", when="now")
            assert distress.still(of_another, turn) == distress.reply(of_another, turn)

    def test_what_a_call_asks_is_answered_in_the_same_reply(self, language: str) -> None:
        asked = distress.reply(Call(language, asked=("documents",)))
        assert distress.after("documents", language) in asked

    def test_no_sms_from_a_phone_that_is_watched(self, language: str) -> None:
        for turn in (0, 1):
            assert "233733" not in distress.after("watched", language, turn)

    def test_a_relative_abroad_hears_what_is_not_known(self, language: str) -> None:
        far = distress.reply(Call(language, "relative", asked=("abroad",)))
        assert len(far) > len(distress.reply(Call(language, "relative")))


@pytest.mark.parametrize(
    ("writer", "minor", "voice"),
    [("victim", False, ""), ("victim", True, "minor"), ("relative", True, "other"),
     ("professional", False, "other"), ("unclear", False, "")],
)  # fmt: skip
def test_each_has_a_voice(writer: str, minor: bool, voice: str) -> None:
    assert Call("fr", writer, minor).voice == voice


@pytest.mark.parametrize("language", ["fr", "en", "es", "ht"])
def test_who_calls_for_somebody_is_not_told_of_their_own_consent(language: str) -> None:
    for turn in (0, 1):
        mine = distress.after("behalf", language, turn)
        other = distress.after("behalf", language, turn, "other")
        assert mine != other and "1-888-373-7888" in mine and "1-888-373-7888" in other


def test_whoever_must_close_the_page_reads_little() -> None:
    for language in ("fr", "en", "es", "ht"):
        for voice in ("", "minor"):
            assert len(distress.after("comes", language, 0, voice)) < 80


def test_answers_in_french_are_announced_in_other_languages() -> None:
    assert not distress.facts("fr")
    assert len({distress.facts(language) for language in ("en", "es", "ht")}) == 3


def test_a_child_is_spoken_to_as_one() -> None:
    for topic in FIRST:
        for turn in (0, 1):
            said = distress.after(topic, "fr", turn, "minor")
            assert said
            if said != distress.after(topic, "fr", turn):
                assert " vous" not in said.lower() and "votre" not in said, topic
