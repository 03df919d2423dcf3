"""Which stretches of a message are read as questions of their own."""

from __future__ import annotations

from vigie.answers.question import Question
from vigie.answers.reading.understand import understand
from vigie.answers.view import View

MOST = 3
"""Questions of one message that are answered."""
SURER = 0.2
"""How much surer the whole must be than its parts on the average. On nine authors that nothing was
learned from, cutting always reads 21.6 % of their messages with several questions wholly right and
70.6 % of the others; never 0 and 71.6; this 19.9 and 71.3."""


def parts_of(question: Question, view: View) -> tuple[Question, ...]:
    """The stretches that ask, or the whole message, whichever is read with more confidence: what
    was told may be claimed, or say what is asked about, and two names that are compared are one
    question."""
    if not question.clauses or len(question.clauses) > MOST:
        return (question,)
    found = understand(question, view.world, view.focus)
    whole = found.sure
    each = [understand(one, view.world, view.focus).sure for one in question.clauses]
    mean = sum(each) / len(each)
    margin = SURER if len(each) > 1 else 0.0
    left = len(each) > 1 and bool(found.readings) and found.readings[0].leaves
    return (question,) if whole > mean + margin and not left else question.clauses
