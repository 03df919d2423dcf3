"""What each mark of a reading counts for; fitted, few, and global."""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    # Fitted by `python -m evaluation.fitting` on the queries of authors held out; those of topic,
    # unused, unused_topic, unused_also, described and role only part of the way to
    # what a later fit gave, as conversations lost what strangers gained (evaluation/README.md).
    "form": 0.85,
    "topic": 0.9,
    "unused": -1.7,
    "unused_weak": -0.96,
    "unused_link": 1.18,
    "unused_aside": -3.5,
    "unused_topic": -1.5,
    "unused_number": 0.79,
    "unused_also": -1.3,
    "operator": -1.07,
    "lent": 0.25,
    "linked": 0.19,
    "described": -0.8,
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
    "role": 0.5,
}
"""Logarithm of the form's probability and of the topics', then the price of each piece of
evidence left unused, of each slot that the context fills, and of an empty result."""


CONFIDENCE: Mapping[str, float] = {
    # Fitted by the same command, before role was a mark: how likely the best reading is right.
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
    "role": 0.0,
}
"""Logistic weights of the best reading's score, of how far the next one stands, and of what
makes it up."""
