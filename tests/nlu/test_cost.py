"""No message may hold the others: what understanding costs grows with the text, not its square."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest

from vigie.nlu.aside import MOST, set_aside
from vigie.nlu.names import NameMatcher
from vigie.nlu.parts import introductions, questions
from vigie.nlu.text import tokens
from vigie.nlu.understanding import LONGEST, take_apart

FOUND = ("2,", "2,2-", "2-", "2 et ", "et ", "et et l'", "1,", "a part ", "mais pas ", "qui: ")
"""Shapes that once cost a second of processor, or a tenth of one."""
PIECES = (
    *("et ", "puis ", "qui ", "que ", "ou ", "2", "1", ",", ", ", "-", ":", "+", "? ", ". ", "\n"),
    *("a part ", "sauf ", "mais pas ", "n'", "pas ", "outre ", "l'", "d'", "le doj ", "dos "),
    *("rapport ", "ministere ", "du travail ", "je ", "suis ", "fais ", "memoire ", "est ce que "),
    *("t il ", "est il ", "cest ", "a", "b ", "é", "œ", "@", "xq", "d'une part "),
)
STEPS_A_CHARACTER = 400
"""Steps of the interpreter that one more character may cost."""
SECONDS = 0.12
"""Of processor, for the dearest message: five times what it takes, a tenth of what it took."""


def filled(shape: str, size: int = LONGEST) -> str:
    return (shape * size)[:size]


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


def test_a_climber_finds_no_message_that_holds_the_others(matcher: NameMatcher) -> None:
    """It changes the dearest shapes it knows, keeps what is dearer still, and starts again."""
    chance = random.Random(20_261_126)  # the same shapes each time

    def cost(shape: str) -> float:
        text = filled(shape)
        began = time.process_time()
        take_apart(text, matcher)
        return time.process_time() - began

    take_apart("qui ?", matcher)
    known = [(cost(shape), shape) for shape in FOUND]
    for _ in range(400):
        parent = max(chance.sample(known, 3))[1]
        kept = list(parent)[chance.randrange(len(parent)) :] if chance.random() < 0.5 else parent
        shape = "".join(kept) + "".join(chance.choices(PIECES, k=chance.randint(1, 4)))
        known.append((cost(shape), shape))
    # The dearest once more: what else the machine did counts as nothing.
    dearest = sorted(known, reverse=True)[:5]
    again, shape = max((min(cost(one) for _ in range(3)), one) for _, one in dearest)
    assert again < SECONDS, repr(shape)


def test_what_is_set_aside_is_bounded() -> None:
    text = filled("sauf le doj, ")
    assert len(set_aside(text, tokens(text))) == MOST
