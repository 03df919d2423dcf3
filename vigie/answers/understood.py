"""What a message means, read once in its conversation: who tells where it is to be cut reads the
whole, which then mostly is what is answered."""

from __future__ import annotations

from vigie.answers.question import Question
from vigie.answers.reading.understand import Understood, understand
from vigie.answers.view import View


def understood(question: Question, view: View) -> Understood:
    """The readings of a question in the conversation of `view`, which keeps them as long as it
    lasts: for one message."""
    of, found = view.read.get(id(question), (None, None))
    if of is not question:
        found = understand(question, view.world, view.focus)
        view.read[id(question)] = (question, found)
    kept: Understood = found
    return kept
