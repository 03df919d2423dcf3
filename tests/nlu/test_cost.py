"""No message may hold the others: what understanding costs grows with the text, not its square."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest

from evaluation.bench.dearest import FOUND, SIZE, climb, filled, processor, understanding
from tests.nlu.prose import PROSE
from vigie.nlu.aside import MOST, set_aside
from vigie.nlu.encoder.loaded import second
from vigie.nlu.introductions import introductions
from vigie.nlu.names import NameMatcher
from vigie.nlu.parts import questions
from vigie.nlu.take_apart import LONGEST, MOST_CUT, take_apart, with_clauses
from vigie.nlu.text import tokens

STEPS_A_CHARACTER = 400
"""Steps of the interpreter that one more character may cost."""
TRIES = 400
WHOLE_TRIES = 120
"""Of the whole understanding, each of which takes a twentieth of a second."""
TIMES_PROSE = 6
"""What the dearest message may take, in times what prose of its length takes: it was a hundred."""
TIMES_READING = 16
"""What understanding the dearest one may take, in times what the encoder takes to read the longest
text: it tags the words of the whole and reads three clauses at most; names, spaCy and the light
heads take three times as much as that together, and found ten times in all."""


def steps(work: Callable[[], Any]) -> int:
    """Steps of the interpreter that `work` takes: counted, so that a busy machine changes none."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def cut(text: str) -> None:
    """All that looks for questions and for what they set aside."""
    words = tokens(text)
    questions(text, words)
    introductions(text, words)
    set_aside(text, words)


@pytest.mark.parametrize("shape", FOUND)
def test_twice_the_text_costs_twice_the_steps(shape: str) -> None:
    cut("et qui, sauf le doj ?")  # what is loaded once
    short, long = (steps(partial(cut, filled(shape, size))) for size in (500, 1_000))
    assert long < 2.3 * short
    assert long < 1_000 * STEPS_A_CHARACTER


@pytest.mark.parametrize("shape", (*FOUND, PROSE))
def test_all_of_understanding_is_linear_in_the_text(assistant: Any, shape: str) -> None:
    """Whatever component it is in; the model, spaCy and the encoder are the real ones."""
    understand = understanding(assistant.agent.processor)
    for size in (500, 1_000):  # what is remembered of words
        understand(filled(shape, size))
    short, long = (steps(partial(understand, filled(shape, size))) for size in (500, 1_000))
    assert long < 2.5 * short


def test_a_climber_finds_no_names_that_hold_the_others(matcher: NameMatcher) -> None:
    """It changes the dearest shapes it knows, keeps what is dearer still, and starts again."""
    cost = processor(lambda text: take_apart(text, matcher))
    found = filled(climb(cost, TRIES)[0])
    # Side by side, the least of several: what else the machine did counts as nothing.
    pairs = [(cost(found), cost(filled(PROSE))) for _ in range(5)]
    dearest, prose = map(min, zip(*pairs))
    assert dearest < TIMES_PROSE * prose, repr(found[:60])


def test_a_climber_finds_no_message_that_holds_the_others(assistant: Any) -> None:
    """The same of all that is understood: with spaCy, the encoder, every head and distress."""
    cost = processor(understanding(assistant.agent.processor))
    reader = second()
    assert reader is not None, "the encoder is not installed"
    longest = take_apart(filled(PROSE), NameMatcher(()))
    read = processor(lambda text: reader.scores(longest))
    found = filled(climb(cost, WHOLE_TRIES)[0])
    pairs = [(cost(found), read(found)) for _ in range(5)]
    dearest, reading = map(min, zip(*pairs))
    assert dearest < TIMES_READING * reading, repr(found[:60])


def test_what_no_person_writes_is_not_read_by_spacy(matcher: NameMatcher) -> None:
    """A text of more words than LONGEST characters of French hold."""

    class Never:
        def suspected(self, message: Any) -> dict[int, Any]:
            raise AssertionError("it was looked at")

    assert SIZE == LONGEST
    assert len(tokens(filled(PROSE))) < MOST_CUT
    for shape in ("a b ", ",:, dos "):
        parsed = take_apart(filled(shape), matcher)
        assert with_clauses(parsed, Never(), Never()) == parsed  # type: ignore[arg-type]


def test_what_a_person_writes_is_read_by_spacy_however_long(matcher: NameMatcher) -> None:
    """With its commas, its apostrophes and its marks."""

    class Read(Exception):
        """It was looked at."""

    class Once:
        def suspected(self, message: Any) -> dict[int, Any]:
            raise Read

    with pytest.raises(Read):
        with_clauses(take_apart(filled(PROSE), matcher), Once(), Once())  # type: ignore[arg-type]


def test_what_is_set_aside_is_bounded() -> None:
    text = filled("sauf le doj, ")
    assert len(set_aside(text, tokens(text))) == MOST
