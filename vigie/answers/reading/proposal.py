"""A query that a message may mean, with what it was made of."""

from __future__ import annotations

from dataclasses import dataclass

from vigie.answers.query.model import Query


@dataclass(frozen=True)
class Proposal:
    """A query that the message may mean, and what it was made of."""

    query: Query
    likelihood: float
    """Of its form, from 0 to 1."""
    used: frozenset[int] = frozenset()
    """Places, in the evidence, of the things that it uses."""
    topics: tuple[tuple[str, float], ...] = ()
    """The topics that it uses, with their scores."""
    lent: int = 0
    """How many slots what was said before fills."""
    numbers: int = 0
    """How many numbers it uses."""
    over: bool = False
    """Whether it takes the last query over: then it presupposes nothing."""
    added: int = 0
    """How many conditions or claims it has beside its form."""
