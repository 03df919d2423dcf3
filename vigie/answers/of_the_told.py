"""What a message asks of the answers just told, in words that ask nothing else."""

from __future__ import annotations

from typing import Optional

from vigie.answers.added_up import added_up
from vigie.answers.question import Question
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.answers.who_is_right import who_is_right


def of_the_told(question: Question, view: View) -> Optional[Reply]:
    """The verdict once more, or the sum of what was counted; None for any other message."""
    return who_is_right(question, view) or added_up(question, view)
