"""What is claimed of the few of whom was just spoken: « le HHS et le DHS. Ne mènent-ils pas de
campagne ? » is not asked of the HHS alone."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.numbers import places
from vigie.answers.reading.table import table

MOST = 3
"""Things of which each is told in one reply."""


def of_them(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, of all the things that were just told or named, where it claims something of one of
    them and the message, which names none and picks none by its place, speaks of several."""
    if query.act != "verify" or len(query.claims) != 1:
        return query
    (claim,) = query.claims
    some = [one for one in focus.shown if one in world.index]
    several = not table().they.isdisjoint(question.words.split()) and not places(question.words)
    alike = len({world.kind(one) for one in some}) == 1 < len(some) <= MOST
    if not several or not alike or claim.subject not in some or claim.only or claim.whole:
        return query
    if any(one in question.ids() for one in some):
        return query
    return replace(query, claims=tuple(replace(claim, subject=one) for one in some))
