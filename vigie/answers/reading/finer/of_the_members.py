"""Who are "les quatre autres" of the members of a body, once their number was told: those that are
named, and of whom nothing is described."""

from __future__ import annotations

from vigie.answers.query.model import Condition, Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack
from vigie.answers.reading.numbers import numbers
from vigie.answers.reading.table import table

IN, COUNTED, DESCRIBED = "in", "number", "described"
OTHERS = ("body", "agency")
"""Sorts of thing that are heard in "les autres" of a body."""
MOST = 8
"""Words of a message that asks for nothing else."""


def of_the_members(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, of the members that are only named, where it lists others than the body whose number
    of members was just told, and the message names nothing."""
    select = query.select
    if query.act != "select" or select is None or select.sort not in OTHERS:
        return query
    plain = {one.key for one in select.conditions} <= {IN, DESCRIBED}
    if not plain or question.ids() or question.topics or not _asks_for_them(question.words):
        return query
    body = _numbered(focus)
    named = Select("agency", (Condition(IN, (body,)), Condition("described", ("no",))))
    few = str(
        len([one for one in world.left(IN, body) if world.right("described", one) == ("no",)])
    )
    said = numbers(question.words)
    return Query("select", select=named) if few != "0" and set(said) <= {few} else query


def _asks_for_them(words: str) -> bool:
    """Whether folded words ask for "les autres", with no noun of theirs: not for other groups."""
    each = words.split()
    nouns = table().sorts.keys() & {*each, *(one.removesuffix("s") for one in each)}
    return says(closed("the_others"), words) and not nouns and len(each) <= MOST


def _numbered(focus: Focus) -> str:
    """The body of which the last query asked how many members it has; "" of another."""
    last = next(iter(stack(focus)), None)
    if last is None:
        return ""
    if last.act == "get" and last.want == COUNTED and len(last.subjects) == 1:
        return str(last.subjects[0])
    claimed = [str(one.subject) for one in last.claims if one.relation == COUNTED]
    return claimed[0] if len(claimed) == 1 else ""
