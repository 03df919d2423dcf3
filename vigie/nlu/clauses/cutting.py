"""Where a message is cut, where one claims something else, and which of its stretches ask: three
small heads, learned, and the encoder where it is there.

The first sees words and marks alone, costs a fraction of a millisecond and finds most messages to
be one question. Where it suspects a cut, spaCy reads the message and the second decides; the
third then says of each stretch whether it asks, or only tells. A joint is where the next claim of
one question begins: "elle ne juge pas, | elle enquête : exact ?"
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Optional

from vigie.nlu.clauses import gaps, stretches
from vigie.nlu.clauses.outline import Outline
from vigie.nlu.clauses.stretches import Stretch
from vigie.nlu.clauses.structure import Structure
from vigie.nlu.encoder.tags import Tagged
from vigie.nlu.linear import Linear

CUT, JOINT, TOLD = "cut", "joint", "told"
SUSPECT = 0.05
"""Likelihood, by words alone, from which a cut is looked into: in 18 of 100 questions of strangers
as traffic; in 11 at 0.1, with one cut in forty more missed."""
MOST = 24
"""Cuts that are looked into: nobody asks more in one message."""
SURE = 0.5
"""Likelihood from which a message is cut, and from which a stretch only tells."""
SURE_JOINT = 0.35
"""Likelihood from which a claim begins: which of the whole and its claims is read is decided later,
by how sure each reading is."""
SURE_TOLD = 0.8
"""The latter for a stretch with a question word or mark: it is worse to leave a question without
answer than to answer more."""
HEAVY = 0.65
"""Share of the encoder in where a message is cut: see evaluation/notes/cutting.md."""
Chance = tuple[float, float]
"""How likely a place is a cut, and a joint."""


@dataclass(frozen=True)
class Cutting:
    """The three heads."""

    suspicion: Linear
    cut: Linear
    told: Linear

    def suspected(self, message: Outline) -> dict[int, Chance]:
        """The places where words and marks alone make a cut or a joint likely enough to look into,
        in their order, and how likely."""
        scored = [
            (_chance(self.suspicion, gaps.features(message, place)), place)
            for place in gaps.places(message)
        ]
        return likeliest(scored, SUSPECT)

    def read(
        self,
        message: Outline,
        structure: Optional[Structure],
        suspected: Mapping[int, Chance],
        tags: Optional[Tagged] = None,
    ) -> tuple[list[Stretch], list[int]]:
        """The message, cut where it is likely to ask or tell something else, and the joints: by the
        mean of what words alone and the structure say, which does better than either, and by that
        beside what the encoder says, which has the greater say of where to cut."""
        cuts, joints = [], []
        for place, suspicion in suspected.items():
            read = _chance(self.cut, gaps.features(message, place, structure))
            cut, joint = ((a + b) / 2 for a, b in zip(suspicion, read))
            if tags is not None:
                cut = _beside(cut, tags.cut[place], HEAVY)
                joint = _beside(joint, tags.joint[place])
            if cut >= SURE:
                cuts.append(place)
            elif joint >= SURE_JOINT:
                joints.append(place)
        return list(zip([0, *cuts], [*cuts, len(message.words)])), joints

    def tells(
        self,
        message: Outline,
        structure: Optional[Structure],
        cut: Sequence[Stretch],
        tags: Optional[Tagged] = None,
    ) -> list[bool]:
        """Of each stretch, whether it only tells."""
        found = []
        for place, stretch in enumerate(cut):
            features = stretches.features(message, cut, place, structure)
            tells = float(self.told.scores(features)[0])
            if tags is not None:
                said = [one for one in tags.told[slice(*stretch)] if one is not None]
                tells = _beside(tells, fmean(said) if said else None)
            asking = message.has("asking", *stretch) or message.has("?", *stretch)
            found.append(tells >= (SURE_TOLD if asking else SURE))
        return found


def _beside(light: float, heavy: Optional[float], share: float = 0.5) -> float:
    """What two readers say, the second with this share of the whole, or the first alone."""
    return light if heavy is None else (1 - share) * light + share * heavy


def _chance(head: Linear, features: Iterable[str]) -> Chance:
    return told_apart(head, head.scores(features).tolist())


def told_apart(head: Linear, scores: Sequence[float]) -> Chance:
    """How likely a cut and a joint are, by the scores of a head."""
    found = dict(zip(head.labels, scores))
    return found.get(CUT, 0.0), found.get(JOINT, 0.0)


def likeliest(scored: Iterable[tuple[Chance, int]], least: float) -> dict[int, Chance]:
    """The places at which either is likely enough, in their order, and how likely."""
    likely = sorted((max(chance), place, chance) for chance, place in scored)
    kept = [(place, chance) for most, place, chance in likely[-MOST:] if most >= least]
    return dict(sorted(kept))
