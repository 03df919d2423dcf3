"""The light judge and a heavier reader, weighed together: when it is asked, and what decides."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from vigie.distress.asked import Asked
from vigie.distress.cues import Cues
from vigie.distress.features import forms
from vigie.distress.judge import Judge
from vigie.distress.model import Head, Model
from vigie.distress.packed import Row
from vigie.distress.rules import Rules
from vigie.distress.weigh import ASKED, likeliest

LIGHT = {"calme": -9.0, "louche": -4.0, "grave": 6.0}
"""What the light judge says of three words; they are kept as they sound."""


class Heavy:
    """Says the same of all, and notes what it was asked."""

    def __init__(self, logit: float) -> None:
        self.asked: list[str] = []
        self._logit = logit

    def logit(self, text: str) -> float:
        self.asked.append(text)
        return self._logit

    def after(self, text: str) -> Mapping[str, float]:
        return {}

    def who(self, text: str) -> Mapping[str, Mapping[str, float]]:
        return {}


@pytest.fixture(scope="module")
def model() -> Model:
    """One that knows three words, and nothing else."""

    rows: dict[str, Row] = {f"w:{forms(w).words[0]}": (weight,) for w, weight in LIGHT.items()}
    marks = {"language": "fr", "writer": "victim", "about": "adult", "where": "us", "when": "now"}
    others = {name: Head((label,), (0.0,), {}, False) for name, label in marks.items()}
    return Model({"call": Head(("call",), (0.0,), rows, False), **others})


def judged(model: Model, heavy: Heavy, text: str) -> bool:
    return Judge(Rules(Cues()), Asked(), model, heavy).call(text) is not None


def test_of_what_is_plainly_calm_nobody_else_is_asked(model: Model) -> None:
    heavy = Heavy(9.0)
    assert LIGHT["calme"] < ASKED
    assert not judged(model, heavy, "calme plat")
    assert heavy.asked == []


@pytest.mark.parametrize(
    ("text", "logit", "call"),
    [
        ("c'est un truc louche", 4.0, True),  # the light one doubts, the heavy one is sure
        ("c'est un truc louche", -1.5, False),
        ("c'est un cas grave", -9.0, False),  # and the other way round
        ("c'est un cas grave", -3.0, True),
        # who says that nothing is wrong is believed, unless both hear a call beside it
        ("jsuis pas en danger jparle du truc louche", 1.5, False),
        ("jsuis pas en danger jparle du truc louche", 4.0, True),
    ],
)
def test_both_decide(model: Model, text: str, logit: float, call: bool) -> None:
    heavy = Heavy(logit)
    assert judged(model, heavy, text) is call
    assert heavy.asked == [text]


def test_of_a_few_odd_signs_more_is_asked(model: Model) -> None:
    assert not judged(model, Heavy(0.2), "xeste")
    assert judged(model, Heavy(0.9), "xeste")
    assert not judged(model, Heavy(0.2), "je xeste")
    assert judged(model, Heavy(0.9), "je xeste")
    assert judged(model, Heavy(0.2), "un mot de plus ici")


def test_a_command_that_the_model_knows_is_not_heard_again(model: Model) -> None:
    heavy = Heavy(9.0)
    assert not judged(model, heavy, "louche")
    assert heavy.asked == []
    assert judged(model, heavy, "c'est un truc louche")


def test_of_signs_that_are_no_words_the_rules_alone_decide(model: Model) -> None:
    heavy = Heavy(9.0)
    assert judged(model, Heavy(-9.0), "🆘")
    assert not judged(model, heavy, "a179")
    assert not judged(model, heavy, "C@[\\")
    assert not judged(model, heavy, "12 34")
    assert heavy.asked == []
    assert judged(model, heavy, "s o s") and heavy.asked == ["s o s"]


def test_the_words_that_channels_answer_to_are_no_calls(model: Model) -> None:
    heavy = Heavy(9.0)
    assert not judged(model, heavy, "stop")
    assert heavy.asked == []


def test_who_calls_is_told_by_both() -> None:
    labels = ("victim", "relative")
    rows: dict[str, Row] = {f"w:{forms('amie').words[0]}": (-1.0, 1.0)}
    head = Head(labels, (0.2, 0.0), rows, False)
    friend, nobody = forms("amie"), forms("personne")
    assert likeliest(head, friend) == "relative" and likeliest(head, nobody) == "victim"
    assert likeliest(head, nobody, heavy={"victim": -2.0, "relative": -0.2}) == "relative"
    assert likeliest(head, friend, heavy={"victim": -0.1, "relative": -3.0}) == "victim"
