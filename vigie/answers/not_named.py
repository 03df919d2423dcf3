"""Whom a message names beside what it asks, and the document does not: "qui enquête, le FBI ?" asks
of the FBI too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vigie.answers.grammar import listing
from vigie.answers.query.model import UNKNOWN, Argument, Query
from vigie.answers.query.verdict import ONE_OWNER
from vigie.answers.question import OUTSIDER, Mention, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reply import Reply
from vigie.answers.updates import said
from vigie.answers.view import View
from vigie.knowledge.text import fold

NEAR = 5
"""Words before a name among which somebody speaks of themself: "je travaille pour l'ONU"."""


def with_whom_it_does_not_name(
    reply: Reply, question: Question, queries: Sequence[Query], view: View
) -> Reply:
    """An answer that says nothing of them, with the sentence that the document does not name
    them; but where it says who does alone what they are said to do."""
    if reply.kind != "answer" or reply.table is not None:
        return reply
    told = fold(said(reply))
    judged = {str(one) for each in queries for one in _judged(each)}
    names = [
        view.say("quoted", text=question.text[one.start : one.end])
        for one in question.mentions
        if one.kind == OUTSIDER and not one.excluded and not _of_oneself(one, question)
        if f"{UNKNOWN}{question.text[one.start : one.end]}" not in judged
    ]
    left = [one for one in dict.fromkeys(names) if fold(one) not in told]
    if not left:
        return reply
    beside = view.say("not_named", who=listing(left))
    last = reply.parts[-1] if reply.parts else None
    if last is not None:
        ended = last.with_(after=f"{last.after} {beside}".strip())
        return reply.with_(parts=(*reply.parts[:-1], ended))
    return reply.with_(after=f"{reply.after} {beside}".strip())


def _judged(query: Query) -> Iterator[Argument]:
    """Of whom a query claims what one alone does: whoever does it was told."""
    for claim in query.claims:
        if claim.relation in ONE_OWNER:
            yield from (claim.subject, *claim.values)


def _of_oneself(one: Mention, question: Question) -> bool:
    """Whether who writes tells of themself before a name."""
    before = fold(question.text[: one.start]).split()[-NEAR:]
    return not closed("writer").isdisjoint(before)
