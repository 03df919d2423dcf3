"""What the document says to a question on the help that was given: "elle peut rester là-bas, le
temps du procès ?" asks of her papers, and what the DHS grants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from actions.shelf import shelf
from vigie import distress
from vigie.answers.account import kind_of
from vigie.answers.converse import converse
from vigie.answers.query.line import read
from vigie.answers.query.model import arguments
from vigie.answers.question import Focus, Question
from vigie.answers.reading.evidence import SURE_LINK
from vigie.answers.reply import Reply
from vigie.distress.asked import AGENCIES

LANGUAGE = "fr"
"""Of the document's answers."""
OF_BOTH = frozenset({"papers", "documents", "needs", "money", "happens", "police"})
"""What is asked of the help and is a matter of the document too."""
OF_THE_LINE = frozenset({*"secret who hours language free freely reach names".split(), AGENCIES})
"""What is asked of the line itself, and may be a question on the document that sounds so."""
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
    surely one that the document answers, and of more than the hotline, of which was told: it names
    or surely means what the document tells of, or asks of the help what is a matter of both."""
    if language != LANGUAGE or not _may_be_answered(question):
        return None
    tables, phrases = shelf().tables, shelf().phrases
    reply, after = converse(question, focus, tables, phrases)
    reply = unpromised(_of_one_matter(reply))
    if kind_of(reply) != "answer" or reply.guessed or not reply.queries:
        return None
    programme = tables.knowledge.safety.programme
    told = set(_asked_of(*reply.queries))
    return None if told & {programme, *tables.world.right("about", programme)} else (reply, after)


def in_its_place(question: Question) -> bool:
    """Whether what the document says is told alone: one thing is asked, and what that would be of
    the help is nothing sure, nor of danger. "Qui donne la lettre ?" is heard as one of secrecy."""
    text = question.text
    kinds = distress.follows(text)
    return text.count("?") <= 1 and OF_THE_LINE.issuperset(kinds) and not distress.surely(text)


def _may_be_answered(question: Question) -> bool:
    kinds = distress.follows(question.text)
    meant = any(score >= SURE_LINK for _, score in question.links)
    known = bool(question.mentions or question.topics) or meant
    return known or AGENCIES in kinds or bool(OF_BOTH.intersection(kinds[:1]))


def _of_one_matter(reply: Reply) -> Reply:
    """A guessed reply as a sure one, its fact alone, where what is offered in its place asks of the
    same matter: "qui délivre les lettres ?", "quel programme porte sur les lettres ?"."""
    matter = set(_asked_of(*reply.queries))
    others = [one.query for one in reply.choices]
    if not others or not reply.fact or any(matter.isdisjoint(_asked_of(one)) for one in others):
        return reply
    return reply.with_(lead=reply.fact, choices=(), guessed=False)


def _asked_of(*lines: str) -> Iterator[str]:
    """The things, topics and words of which queries ask."""
    return (one for line in lines for one in arguments(read(line)))
