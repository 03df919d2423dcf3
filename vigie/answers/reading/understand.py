"""The reading of one question: its best query and how sure it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vigie.answers.query.relations import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import referents, stack, substituted
from vigie.answers.reading.evidence import Evidence, gather
from vigie.answers.reading.grow import joined
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.propose import proposals
from vigie.answers.reading.rank import Reading, rank

GAP = 4.0
"""Margin beyond which a reading is no surer."""
BIAS, BY_SCORE, BY_GAP = 0.85, 0.89, 0.44
"""Fitted by `python -m evaluation.readings fit` on two fifths of the authors, held out."""
SUBSTITUTION = ("~subst", "~correct", "~return", "~narrow")
"""Forms of messages that take the last query over, with something else in it."""
JOINING = frozenset("et mais aussi puis ainsi egalement".split())
"""Words without which a message makes one claim."""
NOTHING = Focus()


@dataclass(frozen=True)
class Understood:
    """The readings of a question, the best first, and what they were made from."""

    evidence: Evidence
    readings: tuple[Reading, ...]
    sure: float
    """How likely the best one is right, from 0 to 1."""


def understand(question: Question, world: World, focus: Focus = NOTHING) -> Understood:
    """The readings of one question in a conversation."""
    evidence = gather(question)
    spoken = referents(focus, world)
    found = [*proposals(question.forms, evidence, spoken)]
    found += _over(question, evidence, focus, world)
    if JOINING.intersection(question.words.split()):
        found += joined(found)
    readings = rank(found, evidence, world)
    return Understood(evidence, tuple(readings), confidence(readings))


def _over(question: Question, evidence: Evidence, focus: Focus, world: World) -> Iterator[Proposal]:
    """What takes the last query over."""
    likely = sum(p for form, p in question.forms if form in SUBSTITUTION)
    for previous in stack(focus)[:1] if likely else ():
        for query, used, topics in substituted(previous, evidence, world):
            yield Proposal(query, likely, used, topics, over=True)


def confidence(readings: Sequence[Reading]) -> float:
    """How likely the best reading is right: a logistic function of its score and of how far the
    next one stands."""
    if not readings:
        return 0.0
    gap = readings[0].score - readings[1].score if len(readings) > 1 else GAP
    return 1 / (1 + math.exp(-(BIAS + BY_SCORE * readings[0].score + BY_GAP * min(gap, GAP))))
