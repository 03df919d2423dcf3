"""Whole conversations: what a turn follows."""

from __future__ import annotations

from evaluation.conversations import as_answered
from tests.answers.made import after, view
from vigie.answers.query.line import read
from vigie.answers.question import Focus


def test_what_comes_next_follows_what_was_answered() -> None:
    """A correction was written to the reply that its author got, not to the one that was meant."""
    before = after("describe dhs")
    told = as_answered([read("select report by=doj"), read("told")], before, view())
    assert told.queries == ("describe dhs", "select report by=doj")
    assert told.shown == after("select report by=doj").shown
    assert as_answered([], Focus(), view()) == Focus()
