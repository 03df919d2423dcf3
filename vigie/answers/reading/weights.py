"""What each mark of a reading counts for; fitted, few, and global."""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    # Fitted by `python -m evaluation.fitting`, with habits.json, on authors held out.
    "form": 0.85,
    "topic": 1.34,
    "unused": -2.01,
    "unused_weak": -1.49,
    "unused_link": 1.15,
    "unused_aside": -3.28,
    "rejected": -9.0,  # set: too few of the corpus do without what they were told
    "unused_topic": -0.8,
    "unused_number": -0.73,
    "unused_also": -0.68,
    "operator": -1.39,
    "lent": 0.36,
    "linked": 0.05,
    "described": -0.31,
    "missed": -1.24,
    "depth": -0.57,
    "added": -1.51,
    "empty": -2.62,
    "dropped": -2.37,
    "shared": -0.4,
    "leans": 0.27,
    "far": -0.68,
    "odd": -1.06,
    "repeats": -2.17,
    "whether": 1.2,
    "vain": -2.13,
    "unlike": -4.97,
    "role": 0.67,
}
"""Logarithm of the form's probability and of the topics', then the price of each piece of
evidence left unused, of each slot that the context fills, and of an empty result."""


CONFIDENCE: Mapping[str, float] = {
    # Fitted by the same command: how likely the best reading is right.
    "bias": 0.61,
    "score": 0.19,
    "gap": 0.53,
    "form": 0.45,
    "topic": 0.42,
    "unused": -0.6,
    "unused_weak": -0.67,
    "unused_link": 0.44,
    "unused_aside": 0.06,
    "rejected": -1.0,
    "unused_topic": -0.04,
    "unused_number": 0.23,
    "unused_also": -0.16,
    "operator": 0.25,
    "lent": -0.32,
    "linked": 0.4,
    "described": -0.67,
    "missed": -0.39,
    "depth": -0.68,
    "added": 0.37,
    "dropped": -4.22,
    "shared": 0.03,
    "far": -0.21,
    "odd": 0.11,
    "repeats": -1.17,
    "whether": 0.0,
    "leans": 0.0,
    "role": 0.39,
    "unlike": -1.92,
    "vain": 0.01,
    "empty": -0.79,
}
"""Logistic weights of the best reading's score, of how far the next one stands, and of what
makes it up."""

COUNTS, NEW = 1.23, -1.06
"""What the logarithm of the probability that a heavier reader gives to a reading counts for beside
its score; and what a reading pays that it alone found."""
HEAT = 0.4
"""The power that makes probabilities of both. These three are fitted by `python -m
evaluation.beside` on 5,275 turns of strangers and conversations."""
CONFIDENCE_BESIDE: Mapping[str, float] = {"bias": 0.27, "share": 1.15}
"""The confidence where a heavier reader was asked: the weight of the logarithm of the odds that the
best reading has by all the scores; fitted on those of the same turns in which it is asked."""
