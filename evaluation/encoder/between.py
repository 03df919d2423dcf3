"""Weights between those that learning went on from and where it came to."""

from __future__ import annotations

from collections.abc import Mapping

from vigie.nlu.encoder.base import Floats


def mixed(
    before: Mapping[str, Floats], weights: Mapping[str, Floats], share: float
) -> dict[str, Floats]:
    """Weights between those that learning went on `before` from and where it came to, of which the
    latter have a `share`: both together read strangers better than either. Words that were not
    known before are as they came out."""
    found = {name: value.copy() for name, value in weights.items()}
    for name, old in before.items():
        known = tuple(slice(size) for size in old.shape)
        found[name][known] += (1 - share) * (old - found[name][known])
    return found
