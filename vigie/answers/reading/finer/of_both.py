"""What is asked of all who are named in one breath: « le HHS pis l’Éducation, y font quoi ? » is
not asked of the HHS alone."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import UNKNOWN, Query
from vigie.answers.question import OUTSIDER, Mention, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.finer.crossed import joined
from vigie.answers.reading.finer.set_aside import refused

MOST = 4
"""Things that are told of in one reply."""
ACTS = ("describe", "get")


def of_both(query: Query, question: Question) -> Query:
    """`query`, of each who is named in one breath with the only one that it is about: of a claim,
    with whom or with what it is made."""
    if query.act in ACTS and len(query.subjects) == 1 and not query.beside:
        return replace(query, subjects=_named_with(query.subjects[0], question) or query.subjects)
    if query.act != "verify" or len(query.claims) != 1:
        return query
    (claim,) = query.claims
    if claim.only or claim.whole or len(claim.values) > 1:
        return query
    who = _named_with(claim.subject, question)
    what = _named_with(claim.values[0], question) if claim.values else ()
    if who and claim.values and claim.values[0] not in who:
        return replace(query, claims=tuple(replace(claim, subject=one) for one in who))
    if what and claim.subject not in what:
        return replace(query, claims=tuple(replace(claim, values=(one,)) for one in what))
    return query


def _named_with(one: object, question: Question) -> tuple[str, ...]:
    """The things of the same kind that are named in one breath with `one`, which is among them;
    nothing where there is no other, or where there are too many."""
    mentions = [
        m
        for m in question.mentions
        if len(m.ids) == 1 and not m.excluded and not refused(m, question)
    ]
    if not closed("limits.between").isdisjoint(question.words.split()):
        return ()
    for run in joined(mentions, question.text, closed("limits.joining_two")):
        kinds = {m.kind for m in run} - {OUTSIDER}
        found = tuple(dict.fromkeys(_called(m, question) for m in run))
        if one in found:
            return found if len(kinds) < 2 and 1 < len(found) <= MOST else ()
    return ()


def _called(mention: Mention, question: Question) -> str:
    """What a query says of what is named: as it was typed where the document does not have it."""
    if mention.kind == OUTSIDER:
        return f"{UNKNOWN}{question.text[mention.start : mention.end]}"
    return mention.ids[0]
