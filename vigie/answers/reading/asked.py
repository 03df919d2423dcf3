"""What a query asks beside the evidence of a message: what is the same of every proposal of it."""

from __future__ import annotations

import math
from functools import cached_property

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query, arguments, lists_of, with_parts
from vigie.answers.query.refused import refused
from vigie.answers.query.world import World
from vigie.answers.reading.directions import backwards
from vigie.answers.reading.empty import finds_nothing
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.operators import marks

LEAST_ROLE = 0.02
"""What the least likely role counts for."""


class Asked:
    """What proposals are scored by, of their query alone: looked up once a message, for it may be
    made in several ways."""

    def __init__(self, query: Query, evidence: Evidence, world: World) -> None:
        self._query = query
        self._world = world
        self.said = frozenset(arguments(query))
        """Every id, topic and word in it."""
        self.implied = _implied(query, world)
        """What it is about without a word."""
        self.refused = refused(query)
        self.role = self._of_their_roles(evidence)
        self.marks = marks(query, world) if evidence.operators else frozenset[str]()
        """What accounts for an operator."""

    @cached_property
    def matter(self) -> frozenset[str]:
        """The topics of all that it is about."""
        known = (one for one in self.implied | self.said if one in self._world.index)
        return frozenset(topic for one in known for topic in self._world.right("about", one))

    def _of_their_roles(self, evidence: Evidence) -> float:
        """How far it is from the likely roles of its topics, asserted or denied: the logarithm of
        the odds of each that has the unlikely one."""
        chances = [
            evidence.roles[one][1] if one in self.refused else 1 - evidence.roles[one][1]
            for one in self.said.intersection(evidence.roles)
        ]
        odds = [max(chance, LEAST_ROLE) / max(1 - chance, LEAST_ROLE) for chance in chances]
        return sum(min(math.log(one), 0.0) for one in odds)

    @property
    def unlike(self) -> bool:
        """Whether it compares things of different sorts."""
        if self._query.act != "compare":
            return False
        return len({self._world.kind(one) for one in self.said if one in self._world.index}) > 1

    @cached_property
    def vain(self) -> bool:
        """Whether it sets aside what is not in the list anyhow: "les rapports du DoL sauf le TIP".
        A list that is narrowed takes over what was set aside of it."""
        select = self._query.select
        named = select is not None and all(isinstance(one, str) for one in select.excluded)
        if select is None or not select.excluded or not named:
            return False
        whole = find(with_parts(select, excluded=()), self._world)
        return any(one not in whole for one in select.excluded)

    @cached_property
    def empty(self) -> bool:
        """Whether it finds nothing, or claims what only holds the other way round."""
        return finds_nothing(self._query, self._world) or backwards(self._query, self._world)


def _implied(query: Query, world: World) -> frozenset[str]:
    """What a query is about without a word: the committees are all of one body; the only thing that
    a list finds, in "le comité qui suit les marchandises, celui des chaînes…"."""
    lists = (one for one in lists_of(query) if one is not query.select or query.act == "select")
    alone = {found[0] for found in (find(one, world) for one in lists) if len(found) == 1}
    if query.select is None or query.select.sort != "committee":
        return frozenset(alone)
    bodies = {body for one in world.sort("committee") for body in world.right("of", one)}
    return frozenset(alone | bodies)
