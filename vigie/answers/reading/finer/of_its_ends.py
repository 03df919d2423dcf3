"""The first or the last few of a list: « les deux derniers comités », of the five."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.numbers import run
from vigie.answers.reading.table import table

RANK = "rank"


def of_its_ends(query: Query, question: Question, world: World) -> Query:
    """`query`, of as many as the message asks for from one end of its list; the numbers by which
    that was said are no rank."""
    words = question.words.split()
    places = run(question.words)
    select = query.select
    if query.act != "select" or select is None or not places or select.among:
        return query
    if select.excluded or says(closed("limits.beside"), question.words):  # all but these
        return query
    if not _of_the_list(words, select.sort):
        return query
    whole = replace(select, conditions=tuple(c for c in select.conditions if c.key != RANK))
    found = find(whole, world)
    if len(found) <= len(places):
        return query
    some = tuple(found[place - 1 if place > 0 else place] for place in places)
    return replace(query, select=replace(select, conditions=(), excluded=(), among=some))


def _of_the_list(words: Sequence[str], sort: str) -> bool:
    """Whether it is things of a sort that are the first or the last, and not months or lines."""
    ends = (*table().firsts, *table().lasts)
    place = next(n for n, word in enumerate(words) if n and word in ends)
    after = words[place + 1 : place + 2]
    alone = not after or after[0] in closed("shapes_around")
    return closed("limits.between").isdisjoint(words[:place]) and (
        alone or table().sorts.get(after[0]) == sort
    )
