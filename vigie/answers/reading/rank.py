"""Score each proposal by what it rests on; the weights are few, global, and fitted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query
from vigie.answers.query.relations import World
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence
from vigie.answers.reading.operators import unaccounted
from vigie.answers.reading.proposal import Proposal

WEIGHTS: Mapping[str, float] = {
    # Fitted by `python -m evaluation.readings fit` on the queries of authors held out.
    "form": 0.83,
    "topic": 0.95,
    "unused": -0.98,
    "unused_weak": -0.64,
    "unused_aside": -2.74,
    "unused_topic": -1.45,
    "unused_number": -0.29,
    "unused_also": -2.97,
    "operator": -0.96,
    "lent": -0.7,
    "added": -0.97,
    "empty": -1.9,
}
"""Logarithm of the form's probability and of the topics', then the price of each piece of
evidence left unused, of each slot that the context fills, and of an empty result."""


@dataclass(frozen=True)
class Reading:
    """A query with its score and what makes it up."""

    query: Query
    score: float
    features: Mapping[str, float]
    proposal: Proposal


def features(proposal: Proposal, evidence: Evidence, world: World) -> dict[str, float]:
    """What a proposal is scored by."""
    unused = [t for place, t in enumerate(evidence.things) if place not in proposal.used]
    used = {topic for topic, _ in proposal.topics}
    sure = [topic for topic, score in evidence.topics[:1] if score >= SURE_TOPIC]
    also = {topic for topic, score in evidence.topics[:2] if score >= SURE_TOPIC}
    return {
        "form": math.log(max(proposal.likelihood, 1e-6)),
        "topic": sum(math.log(max(score, 1e-3)) for _, score in proposal.topics),
        "unused": float(sum(not t.weak and not t.aside for t in unused)),
        "unused_weak": float(sum(t.weak and not t.aside for t in unused)),
        "unused_aside": float(sum(t.aside for t in unused)),
        "unused_topic": float(bool(sure) and sure[0] not in used and not used),
        "unused_number": float(max(len(evidence.numbers) - proposal.numbers, 0)),
        "unused_also": float(len(used) == 1 and len(also) == 2 and bool(also - used)),
        "operator": float(unaccounted(evidence.operators, proposal.query, world)),
        "lent": float(proposal.lent),
        "added": float(proposal.added),
        "empty": float(not proposal.over and _finds_nothing(proposal.query, world)),
    }


def _finds_nothing(query: Query, world: World) -> bool:
    return query.select is not None and not find(query.select, world)


def rank(
    proposals: Iterable[Proposal],
    evidence: Evidence,
    world: World,
    weights: Mapping[str, float] = WEIGHTS,
) -> list[Reading]:
    """The proposals as readings, the best first, each query once."""
    best: dict[Query, Reading] = {}
    for proposal in proposals:
        found = features(proposal, evidence, world)
        score = sum(weights[name] * value for name, value in found.items())
        known = best.get(proposal.query)
        if known is None or score > known.score:
            best[proposal.query] = Reading(proposal.query, score, found, proposal)
    return sorted(best.values(), key=lambda reading: -reading.score)


def margin(readings: Sequence[Reading]) -> float:
    """How far the best reading stands before the next one."""
    return readings[0].score - readings[1].score if len(readings) > 1 else 5.0
