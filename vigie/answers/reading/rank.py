"""Score each proposal by what it rests on; the weights are few, global, and fitted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query, arguments
from vigie.answers.query.world import World
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence
from vigie.answers.reading.operators import unaccounted
from vigie.answers.reading.proposal import Proposal

WEIGHTS: Mapping[str, float] = {
    # Fitted by `python -m evaluation.fitting` on the queries of authors held out.
    "form": 0.85,
    "topic": 1.14,
    "unused": -1.48,
    "unused_weak": -0.96,
    "unused_link": 1.18,
    "unused_aside": -3.5,
    "unused_topic": -1.34,
    "unused_number": 0.79,
    "unused_also": -1.06,
    "operator": -1.07,
    "lent": 0.25,
    "linked": 0.19,
    "described": -0.3,
    "missed": -0.71,
    "depth": -1.08,
    "added": -1.16,
    "empty": -1.34,
    "dropped": -2.66,
    "shared": -0.89,
    "leans": 0.27,
    "far": -1.45,
    "odd": -1.58,
    "repeats": -2.83,
    "vain": -2.5,
    "unlike": -2.5,
}
"""Logarithm of the form's probability and of the topics', then the price of each piece of
evidence left unused, of each slot that the context fills, and of an empty result."""


CONFIDENCE: Mapping[str, float] = {
    # Fitted by the same command: how likely the best reading is right.
    "bias": 1.43,
    "score": 0.69,
    "gap": 0.43,
    "form": 0.12,
    "topic": 0.13,
    "unused": 0.4,
    "unused_weak": 0.27,
    "unused_link": 0.2,
    "unused_aside": 0.0,
    "unused_topic": 0.44,
    "unused_number": -0.9,
    "unused_also": 0.03,
    "operator": 0.65,
    "lent": -0.6,
    "linked": 0.24,
    "described": 0.0,
    "missed": -0.2,
    "depth": -0.62,
    "added": 0.17,
    "empty": -0.23,
    "dropped": -1.4,
    "shared": 0.57,
    "leans": -0.11,
    "far": -0.04,
    "odd": 0.32,
    "repeats": 0.17,
    "vain": 0.0,
    "unlike": 0.0,
}
"""Logistic weights of the best reading's score, of how far the next one stands, and of what
makes it up."""
LEFT = ("unused", "unused_weak", "unused_topic", "unused_also", "operator")
"""What a reading of all that is asked does not leave."""
GAP = 4.0
"""Margin beyond which a reading is no surer."""


@dataclass(frozen=True)
class Reading:
    """A query with its score and what makes it up."""

    query: Query
    score: float
    features: Mapping[str, float]
    proposal: Proposal

    @property
    def leaves(self) -> bool:
        """Whether it leaves a name, a sure topic or an asking word unused."""
        return any(self.features[name] for name in LEFT)


def features(proposal: Proposal, evidence: Evidence, world: World) -> dict[str, float]:
    """What a proposal is scored by."""
    unused = [t for place, t in enumerate(evidence.things) if place not in proposal.used]
    used_things = [evidence.things[place] for place in proposal.used]
    used = {topic for topic, _ in proposal.topics}
    sure = [topic for topic, score in evidence.topics[:1] if score >= SURE_TOPIC]
    also = {topic for topic, score in evidence.topics[:2] if score >= SURE_TOPIC}
    return {
        "form": math.log(max(proposal.likelihood, 1e-6)),
        "topic": sum(math.log(max(score, 1e-3)) for _, score in proposal.topics),
        "unused": float(sum(not t.weak and not t.aside for t in unused)),
        "unused_weak": float(sum(t.weak and not t.aside and t.score == 1 for t in unused)),
        "unused_link": sum(
            math.log(1 - min(t.score, 0.99)) for t in unused if t.score < 1 and not t.via
        ),
        "unused_aside": float(sum(t.aside for t in unused)),
        "unused_topic": float(bool(sure) and sure[0] not in used and not used),
        "unused_number": float(max(len(evidence.numbers) - proposal.numbers, 0)),
        "unused_also": float(len(used) == 1 and len(also) == 2 and bool(also - used)),
        "operator": float(unaccounted(evidence.operators, proposal.query, world, proposal.kind)),
        "lent": float(proposal.lent),
        "linked": sum(math.log(thing.score) for thing in used_things if not thing.via),
        "described": float(sum(bool(thing.via) for thing in used_things)),
        "missed": float(proposal.missed),
        "depth": float(proposal.depth),
        "added": float(proposal.added),
        "dropped": float(proposal.dropped),
        "shared": float(proposal.shared),
        "far": float(proposal.far),
        "odd": float(proposal.odd),
        "repeats": float(proposal.repeats),
        "leans": math.log(max(proposal.leans, 1e-3)),
        "unlike": float(_compares_unlike(proposal.query, world)),
        "vain": float(_leaves_out_in_vain(proposal.query, world)),
        "empty": float(
            proposal.kind in ("alone", "lent") and _finds_nothing(proposal.query, world)
        ),
    }


def _compares_unlike(query: Query, world: World) -> bool:
    """Whether it compares things of different sorts."""
    if query.act != "compare":
        return False
    kinds = {world.kind(one) for one in arguments(query) if one in world.index}
    return len(kinds) > 1


def _leaves_out_in_vain(query: Query, world: World) -> bool:
    """Whether it sets aside what is not in the list anyhow: "les rapports du DoL sauf le TIP"."""
    select = query.select
    if select is None or not all(isinstance(one, str) for one in select.excluded):
        return False
    whole = find(replace(select, excluded=()), world)
    return any(one not in whole for one in select.excluded)


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


def confidence(readings: Sequence[Reading]) -> float:
    """How likely the best reading is right, from 0 to 1."""
    if not readings:
        return 0.0
    marks = sure_features(readings)
    total = CONFIDENCE["bias"] + sum(CONFIDENCE[name] * value for name, value in marks.items())
    return 1 / (1 + math.exp(-total))


def sure_features(readings: Sequence[Reading]) -> dict[str, float]:
    """What the confidence in the best reading rests on."""
    best = readings[0]
    gap = min(best.score - readings[1].score, GAP) if len(readings) > 1 else GAP
    return {"score": best.score, "gap": gap, **best.features}
