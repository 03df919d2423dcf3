"""What the introduction says of what a message names: "les communautés religieuses y sont citées ?"
asks for one of its sentences, and all of them would hide it."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.grammar import sentence
from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reply import Reply
from vigie.answers.verbs import ALIKE
from vigie.answers.view import View, places
from vigie.knowledge.model.knowledge import Context
from vigie.knowledge.text import fold

LEAST = 2
"""Words that a question has to share with a statement: « la lutte » alone tells nothing."""


def of_one_statement(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """The statement with which a question on the introduction shares most words, in the place of
    all, or after what is not told; as it is where it shares too few, or as many with another."""
    about = _about(reply, query)
    found = view.entity(about) if about in view.index else None
    if not isinstance(found, Context):
        return reply
    named = set(_stems(found.name.fr)) | closed("of_the_text.text") | closed("the_whole.subject")
    words = set(_stems(question.words)) - {word[:ALIKE] for word in named}
    shared = [len(words.intersection(_stems(one.says))) for one in found.statements]
    best = max(shared)
    if best < LEAST or shared.count(best) > 1:
        return reply
    told = found.statements[shared.index(best)]
    said, cited = sentence(told.says), places(told)
    if query.act == "get":  # an attribute that the document does not give
        return reply.with_(after=said, places=cited, kind="answer")
    return reply.with_(lead=said, items=(), after="", reason="", kind="answer", places=cited)


def _about(reply: Reply, query: Query) -> str:
    """The one thing that a query asks to describe, of which it asks what is not given, or says what
    it is; "" of any other."""
    if query.act == "verify":
        (claim, *more) = query.claims
        says = claim.relation == "is" and not (claim.denied or more)
        return str(claim.subject) if says else ""
    asks = query.act == "describe" or (query.act == "get" and reply.reason == query.want)
    return str(query.subjects[0]) if asks and len(query.subjects) == 1 else ""


def _stems(text: str) -> Iterator[str]:
    return (word[:ALIKE] for word in fold(text).split() if len(word) >= ALIKE)
