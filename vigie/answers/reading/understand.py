"""The reading of one question: its best query and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Optional

from vigie.answers.query.model import FACTS, Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.as_many import as_many_as_said, not_of_a_number
from vigie.answers.reading.beside import read_again, unsure
from vigie.answers.reading.beside_courtesy import beside_courtesy
from vigie.answers.reading.claims import claimed
from vigie.answers.reading.context import spoken_of
from vigie.answers.reading.cues import cues
from vigie.answers.reading.each_its_own import not_crossed
from vigie.answers.reading.evidence import Evidence, gather
from vigie.answers.reading.finer import as_said
from vigie.answers.reading.habits import learned, weighed
from vigie.answers.reading.newer import newer
from vigie.answers.reading.of_the_document import of_the_document
from vigie.answers.reading.of_the_whole import SURE as WHOLE
from vigie.answers.reading.of_the_whole import of_the_whole
from vigie.answers.reading.overreach import doubt
from vigie.answers.reading.proposed import NOTHING, proposed
from vigie.answers.reading.rank import Reading, instead, rank
from vigie.answers.reading.sure import confidence
from vigie.answers.reading.traits import Traits
from vigie.answers.reading.widened import widened

NEAREST = 6
"""Readings of which it is asked what small words say besides: those that may be answered, or
offered."""
TOLD = "told"
OPEN = (TOLD, "vague")
"""Acts of messages that ask for nothing that can be answered."""


@dataclass(frozen=True)
class Understood:
    """The readings of a question, the best first, and what they were made from."""

    evidence: Evidence
    readings: tuple[Reading, ...]
    sure: float
    """How likely the best one is right, from 0 to 1."""
    cues: frozenset[str]
    """What the message shows by which its readings were told apart."""
    doubt: float = 0.0
    """How likely what it claims goes beyond what the document says, see `overreach.doubt`."""

    @property
    def asks(self) -> float:
        """How likely the best reading is right where it asks something; nothing where it only tells
        or leaves open what it asks about."""
        asks = self.readings and self.readings[0].query.act not in OPEN
        return self.sure if asks else 0.0

    def of_facts(self) -> Understood:
        """The readings that ask for a fact, and how sure the best of them is among these."""
        facts = tuple(one for one in self.readings if one.query.act in FACTS)
        return replace(self, readings=facts, sure=confidence(facts))


def understand(question: Question, world: World, focus: Focus = NOTHING) -> Understood:
    """The readings of one question in a conversation."""
    found = _understood(question, world, focus)
    whole = of_the_whole(found.readings, question, focus.topics)
    whole = whole or of_the_document(found.readings, question, focus, world)
    if whole is not None:
        found = replace(found, readings=(whole, *found.readings), sure=WHOLE)
    asked, sure = beside_courtesy(found.readings, question, focus, world)
    if asked:
        found = replace(found, readings=tuple(asked), sure=sure)
    best, rest = found.readings[:NEAREST], found.readings[NEAREST:]
    said: Sequence[Reading] = [
        replace(one, query=as_said(one.query, question, world, focus)) for one in best
    ]
    said = not_crossed(not_of_a_number(said, question), question)
    said = as_many_as_said(said, question, world)
    return replace(found, readings=(*said, *rest))


def _understood(question: Question, world: World, focus: Focus) -> Understood:
    """What claims several things is read as a whole and claim by claim; the surer reading stands
    first."""
    found = as_a_whole(question, world, focus)
    if not question.claims or not found.readings:
        return found
    doubts: list[float] = []

    def read(one: Question, before: Focus) -> tuple[Optional[Query], float]:
        claim = as_a_whole(one, world, before)
        doubts.append(claim.doubt)
        return (claim.readings[0].query if claim.readings else None), claim.sure

    query, sure = claimed(question, world, focus, read)
    best = found.readings[0]
    if query is None or query == best.query or sure < found.sure:
        return found
    readings = (instead(best, query, sure), *found.readings)
    return replace(found, readings=readings, sure=sure, doubt=max(doubts))


def as_a_whole(question: Question, world: World, focus: Focus, again: bool = False) -> Understood:
    """The readings of one question as it was typed; by the heavier reader too where these are
    unsure, or `again`."""
    evidence = gather(question, world, spoken_of(focus))
    shown = cues(question, focus)
    some = rank(proposed(question, evidence, world, focus), evidence, world)
    traits = Traits(evidence, focus, world)
    weigh = partial(weighed, traits=traits, cues=shown, habits=learned())
    readings = weigh(some)
    if again or unsure(readings, question, focus):
        readings = read_again(readings, question, evidence, focus, world, weigh)
    readings = widened(newer(readings, evidence, world), question)
    return Understood(evidence, tuple(readings), confidence(readings), shown, doubt(readings))
