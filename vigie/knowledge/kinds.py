"""The sorts of things that a question can name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from vigie.knowledge.model import (
    Agency,
    Body,
    Committee,
    Context,
    Entity,
    Law,
    Programme,
    Report,
)

Kind = Literal["agency", "body", "committee", "report", "programme", "law", "context"]

KINDS: Mapping[type[Entity], Kind] = {
    Agency: "agency",
    Body: "body",
    Committee: "committee",
    Report: "report",
    Programme: "programme",
    Law: "law",
    Context: "context",
}

FRENCH: Mapping[Kind, str] = {
    "agency": "organisme",
    "body": "instance",
    "committee": "comité",
    "report": "rapport",
    "programme": "programme",
    "law": "loi",
    "context": "contexte",
}
"""The word for each sort where people read it."""
