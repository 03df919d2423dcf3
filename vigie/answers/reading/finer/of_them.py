"""What is asked of the few of whom was just spoken: « le HHS et le DHS. Ne mènent-ils pas de
campagne ? » is not asked of the HHS alone, nor « qui siège dans ces comités ? » of the first."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.numbers import places
from vigie.answers.reading.table import table

MOST, MOST_ASKED = 3, 8
"""Things of which each is told in one reply, and of which one attribute is."""
PLURAL = "s"


def of_them(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, of all the things that were just told or named, where it asks something of one of
    them and the message, which names none and picks none by its place, speaks of several."""
    some = tuple(one for one in focus.shown if one in world.index)
    kinds = {world.kind(one) for one in some}
    if len(kinds) != 1 or len(some) < 2 or places(question.words):
        return query
    if any(one in question.ids() for one in some):
        return query
    words = question.words.split()
    if query.act in ("get", "select") and len(some) <= MOST_ASKED and _shows(words, kinds.pop()):
        return _of_all(query, some)
    if query.act != "verify" or len(query.claims) != 1 or closed("they").isdisjoint(words):
        return query
    (claim,) = query.claims
    if claim.subject not in some or claim.only or claim.whole or len(some) > MOST:
        return query
    return replace(query, claims=tuple(replace(claim, subject=one) for one in some))


def _of_all(query: Query, some: tuple[str, ...]) -> Query:
    """What is asked of some of several things, or by some of them, as what is of all."""
    if query.act == "get":
        return replace(query, subjects=some) if set(query.subjects) <= set(some) else query
    select = query.select
    if select is None or len(select.conditions) != 1:
        return query
    (one,) = select.conditions
    by_them = set(one.values) <= set(some)
    conditions = (replace(one, values=some),) if by_them else select.conditions
    return replace(query, select=replace(select, conditions=conditions))


def _shows(words: list[str], kind: str) -> bool:
    """Whether words show several things of a kind: "ces comités"."""
    return any(
        shown in table().pointing
        and shown.endswith(PLURAL)
        and noun.endswith(PLURAL)
        and kind in (table().sorts.get(noun), table().sorts.get(noun.removesuffix(PLURAL)))
        for shown, noun in zip(words, words[1:])
    )
