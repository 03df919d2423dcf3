"""Weights between those that learning went on from and where it came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from vigie.nlu.encoder.base import Floats

SHARE = 0.9
"""Of what is learned further in what is kept, the rest being what it went on from: both together
read strangers better than either (evaluation/README.md)."""


def mean(each: Sequence[Mapping[str, Floats]]) -> dict[str, Floats]:
    """The mean of weights that went on from the same ones."""
    return {name: np.mean([one[name] for one in each], axis=0) for name in each[0]}


def mixed(
    before: Mapping[str, Floats], weights: Mapping[str, Floats], share: float = SHARE
) -> dict[str, Floats]:
    """Weights between those that learning went on `before` from and where it came to, of which the
    latter have a `share`; words that were not known before as they came out."""
    found = {name: value.copy() for name, value in weights.items()}
    for name, old in before.items():
        known = tuple(slice(size) for size in old.shape)
        found[name][known] += (1 - share) * (old - found[name][known])
    return found
