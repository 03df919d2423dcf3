"""Whether an answer tells what the one before it told."""

from __future__ import annotations

from vigie.answers.purpose import REASON
from vigie.answers.question import Focus
from vigie.answers.reading.context import stack
from vigie.answers.render.answer import answer
from vigie.answers.reply import Reply
from vigie.answers.view import View


def just_told(reply: Reply, focus: Focus, view: View) -> bool:
    """Whether the last answer told the same, to the same question or to another."""
    last = stack(view.focus)[:1]
    if not last or reply.reason == REASON:  # what it is was told, and what it is for is asked
        return False
    if stack(focus)[:1] == last:
        return True
    before = answer(last[0], view)
    return before is not None and told(before) == told(reply)


def told(reply: Reply) -> list[tuple[str, tuple[str, ...]]]:
    """What a reply tells, part by part: its source and what is offered after it aside."""
    return [(one.lead, one.items) for one in reply.parts or (reply,)]
