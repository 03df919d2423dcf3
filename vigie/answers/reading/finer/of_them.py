"""What is asked of the few of whom was just spoken: « le HHS et le DHS. Ne mènent-ils pas de
campagne ? » is not asked of the HHS alone, nor « qui siège dans ces comités ? » of the first."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.numbers import places
from vigie.answers.reading.table import table

MOST, MOST_ASKED = 3, 8
"""Things of which each is told in one reply, and of which one attribute is."""
PLURAL = "s"


def of_them(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, of all the things that were just told or named, where it asks something of one of
    them and the message, which names none and picks none by its place, speaks of several."""
    some = [one for one in focus.shown if one in world.index]
    kinds = {world.kind(one) for one in some}
    if len(kinds) != 1 or len(some) < 2 or places(question.words):
        return query
    if any(one in question.ids() for one in some):
        return query
    words = question.words.split()
    if query.act == "get" and len(query.subjects) == 1 and query.subjects[0] in some:
        shows = _shows(words, kinds.pop()) and len(some) <= MOST_ASKED
        return replace(query, subjects=tuple(some)) if shows else query
    if query.act != "verify" or len(query.claims) != 1 or table().they.isdisjoint(words):
        return query
    (claim,) = query.claims
    if claim.subject not in some or claim.only or claim.whole or len(some) > MOST:
        return query
    return replace(query, claims=tuple(replace(claim, subject=one) for one in some))


def _shows(words: list[str], kind: str) -> bool:
    """Whether words show several things of a kind: "ces comités"."""
    pairs = zip(words, words[1:])
    return any(
        shown in table().pointing and noun.endswith(PLURAL) and table().sorts.get(noun) == kind
        for shown, noun in pairs
        if shown.endswith(PLURAL)
    )
