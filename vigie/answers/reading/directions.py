"""What joins two things of one sort, the other way round: who amends which, who advises whom.

"Les rescapés conseillent-ils l'équipe ?" and "l'équipe est-elle conseillée par eux ?" have the same
form; where names do not tell who is who, what the document says does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vigie.answers.query.model import Query, Select, with_parts
from vigie.answers.query.relations import ANY, KEYS, RELATIONS
from vigie.answers.query.world import World
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.proposal import Proposal

BETWEEN_ALIKE = frozenset(
    name
    for name, relation in RELATIONS.items()
    if not set(relation.left).isdisjoint(relation.right)
)
"""The relations of which either side may stand on the other."""


def other_way(made: Proposal, evidence: Evidence) -> Iterator[Proposal]:
    """The same with both sides of its relation exchanged, where they are not both named: the order
    of two names is what the message says."""
    query = made.query
    claims = query.claims
    if len(claims) == 1 and claims[0].relation in BETWEEN_ALIKE and not claims[0].only:
        (claim,) = claims
        sides = (claim.subject, *claim.values)
        named = {one for thing in evidence.things if thing.score == 1 for one in thing.ids}
        if len(sides) == 2 and ANY not in sides and not named.issuperset(map(str, sides)):
            turned = replace(claim, subject=sides[1], values=sides[:1])
            yield replace(made, query=replace(query, claims=(turned,)))
    select = _reversed(query.select) if query.select else None
    subjects = tuple(_reversed(one) if isinstance(one, Select) else one for one in query.subjects)
    if select != query.select or subjects != query.subjects:
        yield replace(made, query=replace(query, select=select, subjects=subjects))


def backwards(query: Query, world: World) -> bool:
    """Whether it claims what only holds the other way round."""
    return any(
        claim.relation in BETWEEN_ALIKE
        and isinstance(claim.subject, str)
        and any(
            claim.subject in world.right(claim.relation, one)
            and one not in world.right(claim.relation, claim.subject)
            for one in claim.values
            if isinstance(one, str)
        )
        for claim in query.claims
    )


def _reversed(one: Select) -> Select:
    """A list by such a relation, by its other side; any other as it is."""
    conditions = tuple(
        with_parts(each, key=_inverse(one.sort, each.key)) if each.values != (ANY,) else each
        for each in one.conditions
    )
    return with_parts(one, conditions=conditions)


def _inverse(sort: str, key: str) -> str:
    """The condition of a list by the other side of a relation between things alike."""
    relation, reverse = KEYS[sort][key]
    if relation not in BETWEEN_ALIKE:
        return key
    other = (relation, not reverse)
    return next((name for name, held in KEYS[sort].items() if held == other), key)
