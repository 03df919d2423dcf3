"""As many others as a body has members of whom the document gives the name alone: « et les quatre
autres ? », after « quatorze décrits, puis quatre seulement cités »."""

from __future__ import annotations

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Condition, Query, Select
from vigie.answers.query.normal import listed
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.as_many import others_said
from vigie.answers.reading.context import stack

SORT, KEYS = "agency", {"in", "described"}
NOT_DESCRIBED = Condition("described", ("no",))


def only_named(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, of the members who are only named, where that many others are asked for and it finds
    another number of them."""
    said = others_said(question.words)
    select = query.select
    if query.act != "select" or select is None or not said or question.mentions:
        return query
    if select.sort != SORT or not KEYS.issuperset(one.key for one in select.conditions):
        return query
    last = listed(stack(focus)[0]) if stack(focus) else None
    bodies = [one for one in (last.conditions if last else ()) if one.key == "in"]
    if not bodies or str(len(find(select, world))) in said:
        return query
    named = Select("agency", (bodies[0], NOT_DESCRIBED))
    return Query("select", select=named) if str(len(find(named, world))) in said else query
