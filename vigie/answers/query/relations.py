"""What the knowledge lets one ask: the relations, with what they join, and the attributes.

What stands in them is read from the entries of knowledge/: see `world.World`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Relation:
    """What joins two things: the kinds on either side, and whether the document tells all of
    it, so that what it does not say is not so ("closed")."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    closed: bool = True


NAMED = ("agency", "body", "committee", "report", "programme", "law")
"""The kinds of thing that have names."""
DATED = ("law", "body", "report")
"""Those that may have a date."""
RELATIONS: Mapping[str, Relation] = MappingProxyType(
    {
        "does": Relation(("agency", "body"), ("topic",), closed=False),
        "publishes": Relation(("agency", "body"), ("report",)),
        "runs": Relation(("agency", "body"), ("programme",)),
        "chairs": Relation(("agency",), ("body",)),
        "in": Relation(("agency",), ("body",)),
        "creates": Relation(("law",), ("body",)),
        "amends": Relation(("law",), ("law",)),
        "advises": Relation(("body",), ("body",)),
        "of": Relation(("committee",), ("body",)),
        "about": Relation(("committee", "report", "programme"), ("topic",), closed=False),
        "year": Relation(("law", "body", "report"), ("word",)),
        "number": Relation(("body",), ("word",)),
        "count": Relation(("select",), ("word",)),
        "rank": Relation(("committee",), ("word",)),
        "freq": Relation(("report",), ("word",)),
        "level": Relation(("body",), ("word",)),
        "appoints": Relation(("word", "agency", "body"), ("body",)),
        "kind": Relation(("agency", "report"), ("word",)),
        "described": Relation(("agency",), ("word",)),
        "house": Relation(("agency",), ("word",)),
        "survivors": Relation(("body",), ("word",)),
        "is": Relation(NAMED, ("word",), closed=False),
        # These two have no rows: see derived.py.
        "before": Relation(DATED, DATED),
        "same": Relation(NAMED, NAMED),
    }
)

EXCLUSIVE = frozenset("does publishes runs chairs in advises about creates amends".split())
"""Relations in which the one side may be said to be alone, and the other to be all."""
TOPICAL = ("does", "about")
"""The relations with topics."""
KEYS: Mapping[str, Mapping[str, tuple[str, bool]]] = MappingProxyType(
    {
        # For each sort, what a condition's key means: a relation, and whether it is read from
        # its right side.
        "agency": {
            "does": ("does", False),
            "publishes": ("publishes", False),
            "runs": ("runs", False),
            "chairs": ("chairs", False),
            "in": ("in", False),
            "kind": ("kind", False),
            "described": ("described", False),
            "house": ("house", False),
        },
        "body": {
            "does": ("does", False),
            "has": ("in", True),
            "chair": ("chairs", True),
            "by": ("creates", True),
            "advises": ("advises", False),
            "advisor": ("advises", True),
            "publishes": ("publishes", False),
            "of": ("of", True),
            "year": ("year", False),
            "level": ("level", False),
            "is": ("survivors", False),
        },
        "committee": {"about": ("about", False), "of": ("of", False), "rank": ("rank", False)},
        "report": {
            "by": ("publishes", True),
            "about": ("about", False),
            "freq": ("freq", False),
            "year": ("year", False),
            "kind": ("kind", False),
        },
        "programme": {"by": ("runs", True), "about": ("about", False)},
        "law": {
            "creates": ("creates", False),
            "amends": ("amends", False),
            "amender": ("amends", True),
            "year": ("year", False),
        },
        "event": {"year": ("year", False)},
    }
)


def takes(sort: str, key: str) -> tuple[str, ...]:
    """The kinds of thing that a condition may have; some ids are a topic's and a programme's."""
    name, reverse = KEYS[sort][key]
    return RELATIONS[name].left if reverse else RELATIONS[name].right


def topical(sort: str) -> str:
    """The condition by which a sort is narrowed to a topic; "" where there is none."""
    return next((key for key in TOPICAL if key in KEYS[sort]), "")


OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # What has the attributes that not everything can have.
        "composition": ("body", "committee"),
        "number": ("body", "committee"),
        "level": ("body", "committee"),
        "appointer": ("body", "committee"),
        "origin": ("body", "committee", "law", "report", "programme"),
        "frequency": ("report", "body", "committee", "programme"),
        "duties": ("agency", "body"),
        "content": ("report", "law", "programme"),
        "owner": ("report", "programme"),
        "subject": ("report", "programme", "committee", "law"),
        "date": ("law", "body", "report", "programme", "committee", "outsider"),
        "term": ("body", "committee", "programme"),
        "join": ("body", "committee", "programme", "agency"),
        "launch": ("programme", "report", "body", "committee", "agency"),
        "where": ("report", "programme", "body", "law", "agency"),
        "penalty": ("law", "agency", "programme", "report", "outsider"),
        "meeting": ("body", "committee"),
    }
)
"""The kinds of thing that may be asked for an attribute; any, for the others."""

ANY = "any"
"""As a value: whatever it be ("qui publie quelque chose ?")."""
