"""A query that a reader wrote whole (`beside.py`), as a proposal: what of the evidence it rests on
is told from what it says."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.query.evaluate import find
from vigie.answers.query.form import form
from vigie.answers.query.model import FACTS, SIGNS, UNKNOWN, Argument, Query, Select, arguments
from vigie.answers.query.normal import normal
from vigie.answers.query.owned import settled
from vigie.answers.query.signature import faults, misplaced
from vigie.answers.query.world import World
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import picked, referents, stack
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.lines import query_in
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.proposed import misses
from vigie.answers.reading.sense import halves, misdated, says_twice, seats_a_thing

IMPLIED, ASIDE = ("body",), ("describe", "get", "compare", "gap")
"""Kinds of things that a message may mean without naming them ("quels conseils y siègent ?" asks of
the PITF), but where they are all that it is about."""
SEATED = ("in", "chairs")
"""Relations in which somebody may claim a group, though only agencies stand in them: "le Conseil
consultatif fait partie de la PITF ?", which is denied."""
EACH = 5
"""Things that are described at most where they are not named: who says "le département" does not
mean all of them."""
YEAR = 4
"""Figures of a year: one that nobody said is not meant."""
COUNTING = ("count", "number")
"""Relations of which a number is what is claimed."""
UNSAID = ("0", "1")
"""Numbers that are said without one: "aucun", "un seul"."""
UNHEARD = 1e-3
"""Likelihood of a form that is not among the likeliest."""
UNTOLD = 0.01
"""Score of a topic that is not among the likeliest."""


def query_of(line: str, world: World) -> Optional[Query]:
    """The query of a line, where it is one that can be asked of the knowledge."""
    query = query_in(line)
    if query is None:
        return None
    seated = {one.subject for one in query.claims if one.relation in SEATED} - {UNKNOWN}
    query = settled(query, world)
    wrong = faults(query, world) or {*misplaced(query, world)} - seated
    senseless = says_twice(query) or misdated(query) or seats_a_thing(query, world)
    return None if wrong or senseless else query


def with_its_number(query: Query, evidence: Evidence, focus: Focus) -> Query:
    """A query with the only number of the message in the place of one that nobody said: the reader
    hears no numbers in letters, and of "quatorze" it wrote 18."""
    said = {*evidence.numbers, *(one for before in stack(focus) for one in arguments(before))}
    told = [one for one in evidence.numbers if len(one) < YEAR]
    if len(told) != 1:
        return query

    def meant(value: Argument) -> Argument:
        heard = not isinstance(value, str) or value.lstrip(SIGNS) in said
        if heard or not str(value).isdigit() or value in UNSAID:
            return value
        return told[0]

    claims = tuple(
        replace(one, values=tuple(map(meant, one.values))) if one.relation in COUNTING else one
        for one in query.claims
    )
    return replace(query, claims=claims) if claims != query.claims else query


def as_proposal(
    query: Query, question: Question, evidence: Evidence, focus: Focus, world: World
) -> Optional[Proposal]:
    """What the proposals that are made of forms tell of themselves, told of this query; None where
    it is about something that was neither named nor spoken of, or leaves some of what is picked."""
    said = set(arguments(query))
    if _invented(query, evidence, focus, world):
        return None
    used = frozenset(n for n, one in enumerate(evidence.things) if said.intersection(one.ids))
    named = {one for place in used for one in evidence.things[place].ids}
    scores = dict(evidence.topics)
    lent = sum(one in world.index and one not in named for one in said) if focus.queries else 0
    kind = "lent" if lent else "alone"
    asks = focus.queries and query.act in FACTS
    chosen = picked(evidence, focus, world)
    if halves(query, question, chosen):
        return None
    numbers = sum(one in said for one in evidence.numbers)
    return Proposal(
        query,
        dict(question.forms).get(write(form(normal(query))), UNHEARD),
        used,
        tuple(
            (one, scores.get(one, UNTOLD)) for one in arguments(query) if world.index.is_topic(one)
        ),
        lent,
        numbers,
        kind,
        missed=not numbers and misses(query, chosen),
        repeats=query in stack(focus)[:1],
        leans=question.leans.get(kind, 1.0) if asks else 1.0,
    )


def _invented(query: Query, evidence: Evidence, focus: Focus, world: World) -> bool:
    """Whether a query is about something that nothing in the message or before it stands for: of
    "le département", which may be any, nobody in particular is meant."""
    known = {thing.ids[0] for thing in evidence.things if len(thing.ids) == 1}
    known |= {one for one, _ in referents(focus, world)} | {*focus.shown}
    numbers = (one.lstrip(SIGNS) for one in arguments(query))
    dated = {one for one in numbers if one.isdigit() and len(one) == YEAR}
    if dated.difference(evidence.numbers, *map(arguments, stack(focus))):
        return True
    described = (one for one in query.subjects if isinstance(one, Select))
    if any(len(find(one, world)) > EACH for one in described):
        return True
    implied = () if query.act in ASIDE else IMPLIED
    left = {*arguments(query)} - known
    if any(one.subject in left and one.subject in world.index for one in query.claims):
        return True
    return any(world.kind(one) not in implied for one in left if one in world.index)
