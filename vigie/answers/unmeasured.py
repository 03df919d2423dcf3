"""Who has the most of what the document does not count: "qui a le plus gros budget ?", "lequel est
le plus efficace ?" got whose tasks or members are the most, as if that were it."""

from __future__ import annotations

from vigie.answers.query.model import EXTREMES, Query
from vigie.answers.question import Question
from vigie.answers.reading.beyond import ASKED, beyond
from vigie.answers.reading.closed import closed, says
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.knowledge.text import fold

REASON = "measure"
"""What such a reply does not give."""
TASKS, MEMBERS = "topic", "member"
"""What is counted where no other measure was read: tasks, members."""


def of_its_measure(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """A reply on who has the most tasks or members; where the message is of another measure, that
    the document does not compare them so, then what can be counted."""
    if query.act not in EXTREMES or query.want not in (TASKS, MEMBERS) or reply.kind != "answer":
        return reply
    if not (says(closed("unmeasured"), question.words) or _goes_beyond(question, view)):
        return reply
    only = "unmeasured_member" if query.want == MEMBERS else "unmeasured_topic"
    return reply.with_(lead=view.say(only, fact=reply.lead), reason=REASON)


def _goes_beyond(question: Question, view: View) -> bool:
    """Whether the words that say by what they are compared are beyond the document: "le plus gros
    budget"."""
    words = beyond(question, view.focus, view.world, ASKED).words
    return any(not closed("most_or_least").isdisjoint(fold(one).split()) for one in words)
