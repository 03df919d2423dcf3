"""Claims that ask the same, in the plainer of their forms."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query
from vigie.answers.query.verdict import verify
from vigie.answers.query.world import World

RUNS, DOES = "runs", "does"


def plainly(query: Query, world: World) -> Query:
    """A claim that somebody runs a programme as that of what it is, where both get the same yes or
    no: "le HHS gère la ligne ?" and "le HHS s'occupe de la ligne ?" ask the same. Of campaigns
    they do not: the HHS has some, and the Blue Campaign is not among them."""
    if len(query.claims) != 1 or query.claims[0].relation != RUNS:
        return query
    (claim,) = query.claims
    about = [world.right("about", one) for one in claim.values if isinstance(one, str)]
    if len(about) != len(claim.values) or not all(about):
        return query
    plain = replace(claim, relation=DOES, values=tuple(own[0] for own in about))
    holds = [verify(one, world).truth == "yes" for one in (claim, plain)]
    return replace(query, claims=(plain,)) if holds[0] == holds[1] else query
