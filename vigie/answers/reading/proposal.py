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
    kind: str = "alone"
    """What it leans on: nothing ("alone"), what was spoken of ("lent"), something picked from
    what was shown ("index"), the last query with other things in it ("same"), with a condition
    more ("narrow"), what it left out ("other"), or the last query as it was ("again")."""
    depth: int = 0
    """How many queries lie between it and the one that it takes over."""
    missed: bool = False
    """Whether it leaves aside what the message picks from a list by its place."""
    added: int = 0
    """How many conditions or claims it has beside its form."""
    dropped: int = 0
    """How many conditions of its form it leaves out for want of anything to put there."""
    shared: int = 0
    """How many slots take a thing that another slot of the form has already."""
    leans: float = 1.0
    """How likely the message leans in this way on what was said; 1 where nothing was."""
    far: int = 0
    """How many things were spoken of since what it takes for what is left unsaid."""
    odd: bool = False
    """Whether a pronoun of the message does not agree with that thing."""
    repeats: bool = False
    """Whether it asks once more what was just answered, and not for that."""

    @property
    def joins(self) -> bool:
        """Whether it asks one thing of several that the message names: neither half asks it."""
        return self.query.act in ("compare", "gap") and len(self.used) > 1
