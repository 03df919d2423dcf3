"""The encoder as it hears calls for help: what it tells, reads, shares and keeps."""

from __future__ import annotations

import math

import pytest

from vigie.nlu.encoder import base, calls, reader
from vigie.nlu.encoder.calls import BEGIN, END, Ear, pieces
from vigie.nlu.encoder.tokens import Tokenizer

CALL = "bonjour, il m'enferme à clé toute la journée et il garde mes papiers"
CALM = "Bonjour, quels rapports le département du Travail publie-t-il ?"


@pytest.fixture(scope="module")
def beside() -> reader.Reader:
    return reader.load()


@pytest.fixture(scope="module")
def ear(beside: reader.Reader) -> Ear:
    return calls.load(beside)


def test_a_call_is_told_from_a_question(ear: Ear) -> None:
    assert ear.logit(CALL) > 0
    assert ear.logit(CALM) < -2


def test_whatever_the_capitals(ear: Ear) -> None:
    assert ear.logit(CALL.upper()) == pytest.approx(ear.logit(CALL), abs=1.0)


def test_of_a_long_message_the_beginning_and_the_end_are_read() -> None:
    cut = Tokenizer(base.load(base.path()).pieces)
    long = f"aidez {'et puis voilà ' * 400} urgence"
    found = pieces(cut, long)
    assert len(found) == BEGIN + END
    assert found[:2] == pieces(cut, "aidez")[:2]
    assert found[-2:] == pieces(cut, "urgence")[-2:]


def test_beside_another_reader_it_hears_the_same(ear: Ear) -> None:
    assert calls.load().logit(CALL) == pytest.approx(ear.logit(CALL), abs=1e-4)


def test_who_calls_is_told_question_by_question(ear: Ear) -> None:
    told = ear.who("une amie à moi est retenue dans une maison, on lui a pris son passeport")
    assert {"writer", "about", "where"} == told.keys()
    assert max(told["writer"], key=lambda one: told["writer"][one]) == "relative"
    for answers in told.values():
        assert sum(map(math.exp, answers.values())) == pytest.approx(1.0)


def test_nothing_that_was_written_is_kept(ear: Ear) -> None:
    ear.logit("je m'appelle Aminata Sow et on me garde ici")
    kept = repr(ear._known)
    assert "Aminata" not in kept and "garde" not in kept
    for number in range(calls.REMEMBERED + 5):
        ear.logit(f"message {number}")
    assert len(ear._known) == calls.REMEMBERED
