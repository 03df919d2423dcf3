"""How likely the best of the readings is right."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from vigie.answers.reading.rank import Reading
from vigie.answers.reading.weights import CONFIDENCE, CONFIDENCE_BESIDE, HEAT

GAP = 4.0
"""Margin beyond which a reading is no surer."""
LEAST = 1e-4
"""Of the share of the others, at least."""
NOTHING = -10.0
"""The score of what nobody read: the best of few readings that are all unlikely is not sure for
being alone. Of -20 to -6 it tells best how sure the readings of strangers' turns are
(evaluation/notes/reading.md)."""


def confidence(readings: Sequence[Reading]) -> float:
    """How likely the best reading is right, from 0 to 1."""
    if not readings:
        return 0.0
    best = readings[0]
    if best.told is None:
        return _logistic(CONFIDENCE, sure_features(readings))
    return _logistic(CONFIDENCE_BESIDE, {"share": share([one.score for one in readings], HEAT)})


def sure_features(readings: Sequence[Reading]) -> dict[str, float]:
    """What the confidence in the best reading rests on."""
    best = readings[0]
    gap = min(best.score - readings[1].score, GAP) if len(readings) > 1 else GAP
    return {"score": best.score, "gap": gap, **best.features}


def share(scores: Sequence[float], heat: float) -> float:
    """The logarithm of the odds of the best one, the first, by the scores of all and of what was
    not read; `heat` makes probabilities of them."""
    best, *others = scores
    rest = sum(math.exp(heat * (one - best)) for one in (*others, NOTHING))
    return -math.log(max(rest, LEAST))


def _logistic(weights: Mapping[str, float], marks: Mapping[str, float]) -> float:
    total = weights["bias"] + sum(weights[name] * value for name, value in marks.items())
    return 1 / (1 + math.exp(-total))
