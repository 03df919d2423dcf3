"""Whom to call in danger: « qui appeler en cas de danger immédiat ? » asks for the numbers, not for
who sees to the line; nor does « num urgence » ask for that of whoever was spoken of."""

from __future__ import annotations

from vigie.answers.query.model import Query, arguments
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.evidence import SURE_TOPIC

CONTACT = ("get", "contact")
OPEN = ("told", "vague")
"""Acts of messages that ask about nothing: "je veux signaler un cas"."""
NEAR = ("none", "near")
"""What the document does not tell, as to whom one reports a case: the number is told anyway."""
ASKING = ("select", "describe", "get")
"""Acts that such a message is read as."""


def to_call(query: Query, question: Question, world: World) -> Query:
    """`query`; how to reach the line, where it asks who sees to it and the message is of danger."""
    line = world.index.knowledge.safety.programme
    of_the_line = query.act == "select" and line in arguments(query)
    danger = of_the_line and says(closed("danger"), question.words)
    said = question.words.split()
    bare = closed("bare_number").issuperset(said) or not closed("emergency").isdisjoint(said)
    reaches = (query.act, query.want) == CONTACT and bare and not question.ids()
    open_to_it = query.act in (*ASKING, *OPEN) or (query.act, query.want) == NEAR
    if danger or reaches or (open_to_it and _asks_whom_to_call(question, line)):
        return Query("get", "contact", subjects=(line,))
    return query


def _asks_whom_to_call(question: Question, line: str) -> bool:
    """Whether a message asks whom one calls, and names neither somebody nor another matter: "si on
    voit un truc louche, on appelle qui ?"."""
    topics = {one for one, score in question.scores.items() if score >= SURE_TOPIC}
    seen = not closed("seen").isdisjoint(question.words.split())
    asks = says(closed("whom_to_call"), question.words)
    return asks and not question.ids() and (seen or topics <= {line})
