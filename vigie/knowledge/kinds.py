"""The sorts of things that a question can name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from vigie.knowledge.model.knowledge import Context, Entity
from vigie.knowledge.model.measures import Law, Programme, Report
from vigie.knowledge.model.organisations import Agency, Body, Committee

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
