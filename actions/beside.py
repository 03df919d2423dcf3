"""What the document says to a question on the help that was given: "elle peut rester là-bas, le
temps du procès ?" asks of her papers, and what the DHS grants."""

from __future__ import annotations

from typing import Optional

from actions.shelf import shelf
from vigie import distress
from vigie.answers.account import kind_of
from vigie.answers.converse import converse
from vigie.answers.query.line import read
from vigie.answers.query.model import arguments
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Reply
from vigie.distress.asked import AGENCIES

LANGUAGE = "fr"
"""Of the document's answers."""
OF_BOTH = frozenset({"papers", "documents", "needs", "money", "happens", "police"})
"""What is asked of the help and is a matter of the document too."""
YES = "yes"
"""The response that opens with a yes."""


def unpromised(reply: Reply) -> Reply:
    """A reply to whoever is being helped, with its facts and no yes before them: "si je témoigne,
    je peux rester, c'est sûr ?" is answered by what a department may grant."""
    yes = shelf().phrases.say(YES, fact="").strip()
    return reply.with_(lead=reply.lead.removeprefix(yes).strip()) if yes else reply


def of_the_document(
    question: Question, focus: Focus, language: str
) -> Optional[tuple[Reply, Focus]]:
    """The answer and what is remembered of it, where a question in the language of the answers is
    surely one that the document answers, and of more than the hotline, of which was told."""
    if language != LANGUAGE:
        return None
    tables, phrases = shelf().tables, shelf().phrases
    kinds = distress.follows(question.text)
    if not (question.mentions or AGENCIES in kinds or OF_BOTH.intersection(kinds[:1])):
        return None
    reply, after = converse(question, focus, tables, phrases)
    reply = unpromised(reply)
    if kind_of(reply) != "answer" or reply.guessed or not reply.queries:
        return None
    programme = tables.knowledge.safety.programme
    told = {one for line in reply.queries for one in arguments(read(line))}
    return None if told & {programme, *tables.world.right("about", programme)} else (reply, after)
