"""How likely a query is by the chances of its parts."""

from __future__ import annotations

from collections.abc import Mapping

from vigie.answers.query.model import Query
from vigie.answers.query.tags import tags

LIKELY = 0.08
"""Probability from which an act or a sort is tried."""
FLOOR = 0.1
"""What a part counts for at least, where a thing of the message stands for it."""


def likelihood(query: Query, chances: Mapping[str, float]) -> float:
    """How likely the parts of a query are, and that no other is there."""
    has = tags(query)
    chance = 1.0
    for tag in has:
        chance *= max(chances.get(tag, 0.0), FLOOR) if "=" not in tag else 1.0
    for tag, p in chances.items():
        if tag not in has and p > 1 - FLOOR:
            chance *= FLOOR
    return chance
