"""The training data is in order, and agrees with what learns from it."""

from __future__ import annotations

from pathlib import Path

from vigie.nlu.lint import problems

ROOT = Path(__file__).parents[2]


def test_the_training_data_has_no_problem() -> None:
    assert [str(problem) for problem in problems(ROOT / "data")] == []
