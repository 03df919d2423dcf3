"""What is asked of a whole list: "ils portent sur quoi ?" of the committees that were just listed.

A pronoun of several stands for all of the last list, whatever its length; a short one may also be
meant thing by thing (`context.referents`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Argument, Query, Select
from vigie.answers.query.normal import listed
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.propose import proposals
from vigie.answers.reading.table import table

MOST, MOST_DESCRIBED = 8, 4
"""Things of which all may be asked about at once, and which may be described with all that they
do: more would not be read."""
ACTS = ("describe", "get", "select", "count")


def of_all_of_them(
    question: Question, evidence: Evidence, focus: Focus, world: World
) -> Iterator[Proposal]:
    """What a message with a pronoun of several may ask of the last list; nothing where it names
    something itself, or where there is no such list."""
    last = stack(focus)[:1]
    select = listed(last[0]) if last and last[0].act in ("select", "count") else None
    named = any(thing.score == 1 and not thing.via for thing in evidence.things)
    if select is None or named or table().several.isdisjoint(question.words.split()):
        return
    found = find(select, world)
    if not 1 < len(found) <= MOST:
        return
    one = (found[0], world.kind(found[0]))
    for made in proposals(question.forms, evidence, (one,)):
        query = _asked_of(select, found[0], made.query) if made.lent == 1 else None
        long = made.query.act == "describe" and one[1] in ("agency", "body")
        if query is not None and (not long or len(found) <= MOST_DESCRIBED):
            yield replace(made, query=query)


def _asked_of(select: Select, one: str, query: Query) -> Optional[Query]:
    """A query about a thing of the list as one about the list; None where it is about neither."""
    if query.act not in ACTS:
        return None
    if query.subjects == (one,):
        return replace(query, subjects=(select,))
    asked = query.select
    if asked is None:
        return None
    conditions = tuple(
        replace(each, values=_with(select, one, each.values)) for each in asked.conditions
    )
    if conditions == asked.conditions:
        return None
    return replace(query, select=replace(asked, conditions=conditions))


def _with(select: Select, one: str, values: Sequence[Argument]) -> tuple[Argument, ...]:
    return tuple(select if value == one else value for value in values)
