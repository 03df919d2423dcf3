"""On what matters a query asks of its things: their names, their dates, their law. What has changed
since the document may concern some of them alone (`asked` in knowledge/updates.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from vigie.answers.query.model import Query, arguments, lists_of
from vigie.answers.query.relations import KEYS

OF_ACTS: Mapping[str, str] = MappingProxyType(
    {"describe": "description", "compare": "description", "gap": "date"}
)
OF_WANTS: Mapping[str, str] = MappingProxyType(
    {
        "expand": "name",
        "english": "name",
        "acronym": "name",
        "date": "date",
        "launch": "date",
        "term": "date",
        "year": "date",
        "frequency": "rhythm",
        "origin": "law",
        "owner": "owner",
        "contact": "contact",
        "composition": "members",
        "number": "members",
        "member": "members",
        "appointer": "members",
        "results": "duties",
    }
)
"""Of attributes, and of what is measured."""
OF_RELATIONS: Mapping[str, str] = MappingProxyType(
    {
        "same": "name",
        "is": "name",
        "year": "date",
        "before": "date",
        "freq": "rhythm",
        "creates": "law",
        "amends": "law",
        "runs": "owner",
        "publishes": "owner",
        "in": "members",
        "number": "members",
        "appoints": "members",
        "does": "duties",
    }
)


def matters(query: Query) -> frozenset[str]:
    """On what it asks: of the words above; none where it asks for what the document never gives."""
    relations = {claim.relation for claim in query.claims}
    relations |= {
        KEYS[select.sort][one.key][0] for select in lists_of(query) for one in select.conditions
    }
    found = [OF_ACTS.get(query.act), OF_WANTS.get(query.want), *map(OF_RELATIONS.get, relations)]
    return frozenset(one for one in found if one)


def concern(asked: tuple[str, ...], ident: str, query: Query) -> bool:
    """Whether a query asks on one of the matters `asked` of; on its owner, too, whoever asks who
    does what bears its id ("qui s'occupe de la ligne ?"). On any, where none is told."""
    if not asked:
        return True
    found = matters(query)
    if "duties" in found and ident in arguments(query):
        found |= {"owner"}
    return not found.isdisjoint(asked)
