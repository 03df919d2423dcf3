"""How well rankings answer questions: accuracy, top three, macro-F1, honesty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.material import Question

Ranking = Sequence[tuple[str, float]]
"""Labels with their confidence, the likeliest first."""
BINS = 10


@dataclass(frozen=True)
class Scores:
    """In per cent, of `count` questions."""

    count: int
    accuracy: float
    top3: float
    macro_f1: float
    off: float
    """Expected calibration error: how far the first confidence is from the share of questions
    that it is right on, in ten bins. Confidences are acted on, so they must mean something."""


def of_intents(questions: Sequence[Question], rankings: Sequence[Ranking]) -> Scores:
    """Scores of rankings of intents. Where several intents are right, any of them is."""
    first = [ranking[0][0] for ranking in rankings]
    right = [name in question.intents for name, question in zip(first, questions)]
    among = [
        any(name in question.intents for name, _ in ranking[:3])
        for ranking, question in zip(rankings, questions)
    ]
    wanted = [
        name if hit else min(question.intents)
        for name, hit, question in zip(first, right, questions)
    ]
    return Scores(
        len(questions),
        _rate(right),
        _rate(among),
        macro_f1(wanted, first),
        _off([ranking[0][1] for ranking in rankings], right),
    )


def macro_f1(wanted: Sequence[str], given: Sequence[str]) -> float:
    """Mean F1, in per cent, of the labels that are wanted at least once."""
    hits = Counter(w for w, g in zip(wanted, given) if w == g)
    wants, gives = Counter(wanted), Counter(given)
    each = [2 * hits[label] / (wants[label] + gives[label]) for label in wants]
    return round(100 * sum(each) / len(each), 1)


def _off(confidences: Sequence[float], right: Sequence[bool]) -> float:
    bins: list[list[float]] = [[] for _ in range(BINS)]
    for confidence, hit in zip(confidences, right):
        bins[min(int(confidence * BINS), BINS - 1)].append(confidence - hit)
    return round(100 * sum(abs(sum(one)) for one in bins) / len(right), 1)


def _rate(hits: Sequence[bool]) -> float:
    return round(100 * sum(hits) / max(len(hits), 1), 1)
