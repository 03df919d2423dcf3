"""The training data is in order, and agrees with what learns from it."""

from __future__ import annotations

from pathlib import Path

from vigie.nlu.components.topics import UNMARKED
from vigie.nlu.examples import TOPICAL
from vigie.nlu.lint import problems

ROOT = Path(__file__).parents[2]


def test_the_training_data_has_no_problem() -> None:
    assert [str(problem) for problem in problems(ROOT / "data")] == []


def test_the_intents_marked_with_topics_are_those_that_teach_topics() -> None:
    assert TOPICAL == UNMARKED
