"""The sentences of domain.yml: each can be filled, and is French as it is printed."""

from __future__ import annotations

import re
import string

import pytest

from tests.answers.made import ROOT, phrases, view
from vigie.answers.phrases import Phrases, load_phrases

NOUNS = frozenset("agency body chair law other owner programme noun committee who".split())
"""Places that hold a name, with its article; the others hold a text or a number."""


def texts() -> dict[str, str]:
    return phrases()._texts


def test_every_place_can_be_filled() -> None:
    for response, written in texts().items():
        values = {}
        for _, place, spec, _ in string.Formatter().parse(written):
            if place:
                values[place] = view().noun("usaid") if spec or place in NOUNS else "texte"
        text = phrases().say(response, **values)
        assert text and "{" not in text and "}" not in text, response


FAULTS = {
    "a name without its article or beside another": r"\b(?:le|la|les|du|des|au|aux|de|à) "
    r"\{\w+:(?!seul|sigle|e\}|il)",
    "a list of names with articles after one": r"\b(?:le|la|les|du|des|au|aux)\s*"
    r"\{(?:names|bodies|owners|members)\}",
    # "de le DoJ et le DHS": the preposition must be inside each name.
    "one after a preposition": r"\b(?:de|à|à la|de la) \{(?:names|bodies|owners|members)\}",
    "a double space, or one before a stop": r"  | [.,]",
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_no_sentence_has_this_fault(fault: str) -> None:
    assert [name for name, text in texts().items() if re.search(fault, text.strip())] == []


def test_every_name_says_in_which_form_it_stands() -> None:
    """Without one, an article typed before it would be wrong for some other name."""
    named = NOUNS - {"who"}
    for response, written in texts().items():
        places = [(p, spec) for _, p, spec, _ in string.Formatter().parse(written) if p]
        assert [place for place, spec in places if place in named and not spec] == [], response


def test_the_prefix_may_be_left_out() -> None:
    assert phrases().say("greet") == phrases().say("utter_greet")
    assert "greet" in phrases() and "utter_greet" in phrases() and "nothing" not in phrases()


def test_an_unknown_sentence_or_a_missing_value_is_an_error_at_once() -> None:
    with pytest.raises(KeyError, match="utter_nothing"):
        phrases().say("nothing")
    with pytest.raises(KeyError, match="name"):
        Phrases({"utter_hello": "Bonjour {name}"}).say("hello")


def test_a_value_with_braces_is_said_as_it_is() -> None:
    assert Phrases({"utter_hello": "Voici {x}"}).say("hello", x="{y}") == "Voici {y}"


def test_all_responses_of_the_domain_are_read() -> None:
    assert len(load_phrases(ROOT / "domain.yml")._texts) == len(texts()) > 100
