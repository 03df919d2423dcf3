"""What nobody of a list does both of is asked anew: « et pour la guerre, lequel des trois ? » after
who speaks to civil society is not asked of who does both."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Condition, Query
from vigie.answers.query.relations import TOPICAL
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import SURE_TOPIC


def of_one_matter(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, on what its message speaks of alone, where nothing is found of that together with
    what the last question was about, and the message does not speak of it."""
    select, last = query.select, next(iter(stack(focus)), Query(""))
    if select is None or last.select is None or find(select, world):
        return query
    before = {value for one in last.select.conditions for value in one.values}
    conditions = tuple(_without(one, before, question) for one in select.conditions)
    alone = replace(select, conditions=conditions)
    return replace(query, select=alone) if find(alone, world) else query


def _without(one: Condition, before: Collection[object], question: Question) -> Condition:
    """A condition of several topics without those that were asked about before and are not now."""
    if one.key not in TOPICAL or one.denied or not one.every:
        return one
    kept = tuple(
        value
        for value in one.values
        if value not in before or question.scores.get(str(value), 0.0) >= SURE_TOPIC
    )
    return replace(one, values=kept, every=len(kept) > 1) if kept else one
