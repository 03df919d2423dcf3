"""Score each proposal by what it rests on; the weights are few, global, and fitted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Optional

from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.reading.asked import Asked
from vigie.answers.reading.empty import may_not_be_empty
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence, Thing
from vigie.answers.reading.operators import unaccounted
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.weights import WEIGHTS

LEFT = ("unused", "unused_weak", "unused_topic", "unused_also", "operator")
"""What a reading of all that is asked does not leave."""


@dataclass(frozen=True)
class Reading:
    """A query with its score and what makes it up."""

    query: Query
    score: float
    features: Mapping[str, float]
    proposal: Proposal
    traits: frozenset[str] = frozenset()
    """What tells it from the others beside the same words, see `traits`."""
    told: Optional[float] = None
    """The logarithm of how likely a heavier reader finds it, where it was asked (`beside.py`)."""

    @property
    def leaves(self) -> bool:
        """Whether it leaves a name, a sure topic or an asking word unused."""
        return any(self.features[name] for name in LEFT)


def instead(best: Reading, query: Query, likely: float) -> Reading:
    """The reading of another query in the place of the best one, which leaves nothing."""
    left = dict.fromkeys(best.features, 0.0)
    return Reading(query, best.score, left, Proposal(query, likely))


def features(proposal: Proposal, asked: Asked, evidence: Evidence) -> dict[str, float]:
    """What a proposal is scored by; `asked` is what its query asks."""
    said, implied = asked.said, asked.implied
    # what it names is of another country: "le ministère français de la Justice"
    foreign = (proposal.query.act, proposal.query.want) == ("none", "country")
    unused = [
        thing
        for place, thing in enumerate(evidence.things)
        if not foreign
        and evidence.rejected.isdisjoint(thing.ids)
        and place not in proposal.used
        and _known(thing, said, implied).isdisjoint(thing.ids)
    ]
    used_things = [evidence.things[place] for place in proposal.used]
    used = {topic for topic, _ in proposal.topics}
    sure = [topic for topic, score in evidence.topics[:1] if score >= SURE_TOPIC]
    if proposal.query.act == "describe":  # "à part les enquêtes, que fait-il d'autre ?"
        sure = [topic for topic in sure if not evidence.refuses(topic)]
    also = {topic for topic, score in evidence.topics[:2] if score >= SURE_TOPIC}
    return {
        "form": math.log(max(proposal.likelihood, 1e-6)),
        "topic": sum(math.log(max(score, 1e-3)) for _, score in proposal.topics),
        "unused": float(sum(not t.weak and not t.aside for t in unused)),
        "unused_weak": float(sum(t.weak and not t.aside and t.score == 1 for t in unused)),
        "unused_link": sum(
            math.log(1 - min(t.score, 0.99))
            for t in unused
            if t.score < 1 and not t.via and t.by is None
        ),
        "unused_aside": float(sum(t.aside and t.by is None for t in unused)),
        "rejected": float(len(evidence.rejected & said - asked.refused)),
        "unused_topic": float(bool(sure) and not used and sure[0] not in asked.matter),
        "unused_number": 0.0 if proposal.query.claims else _left(proposal, evidence),
        "unused_also": float(len(used) == 1 and len(also) == 2 and bool(also - used)),
        "operator": float(unaccounted(evidence.operators, asked.marks, proposal.kind)),
        "lent": float(proposal.lent),
        "linked": sum(math.log(thing.score) for thing in used_things if not thing.via),
        "described": float(sum(bool(thing.via) or thing.by is not None for thing in used_things)),
        "missed": float(proposal.missed),
        "depth": float(proposal.depth),
        "added": float(proposal.added),
        "dropped": float(proposal.dropped),
        "shared": float(proposal.shared),
        "far": float(proposal.far),
        "odd": float(proposal.odd),
        "repeats": float(proposal.repeats),
        "whether": float(evidence.whether and _claims(proposal, evidence)),
        "leans": math.log(max(proposal.leans, 1e-3)),
        "role": asked.role,
        "unlike": float(asked.unlike),
        "vain": float(proposal.kind != "narrow" and asked.vain),
        "empty": float(may_not_be_empty(proposal, evidence) and asked.empty),
    }


def _known(thing: Thing, said: frozenset[str], implied: frozenset[str]) -> frozenset[str]:
    """What of the message a query need not say once more: what it implies, if that is named; what
    is set aside is not implied by a list that finds it."""
    if thing.aside:
        return said
    return implied if thing.score == 1 else said | implied


def _claims(proposal: Proposal, evidence: Evidence) -> bool:
    """Whether it asks for yes or no, by itself or of what was spoken of; "d'autres s'en occupent ?"
    asks for those others."""
    leans = proposal.kind in ("alone", "lent") and "other" not in evidence.operators
    return leans and proposal.query.act == "verify"


def _left(proposal: Proposal, evidence: Evidence) -> float:
    """How many numbers of the message it leaves: where nothing is claimed, they are told in
    passing; how many things it asks about is one that it does not leave ("les trois")."""
    query = proposal.query
    held = query.subjects or (query.select.among if query.select else ())
    left = [one for one in evidence.numbers if one != str(len(held))]
    return float(max(len(left) - proposal.numbers, 0))


def rank(
    proposals: Iterable[Proposal],
    evidence: Evidence,
    world: World,
    weights: Mapping[str, float] = WEIGHTS,
) -> list[Reading]:
    """The proposals as readings, the best first, each query once."""
    best: dict[Query, Reading] = {}
    asked: dict[Query, Asked] = {}
    for proposal in proposals:
        query = proposal.query
        if query not in asked:
            asked[query] = Asked(query, evidence, world)
        found = features(proposal, asked[query], evidence)
        score = sum(weights[name] * value for name, value in found.items())
        known = best.get(query)
        if known is None or score > known.score:
            best[query] = Reading(query, score, found, proposal)
    return sorted(best.values(), key=lambda reading: -reading.score)
