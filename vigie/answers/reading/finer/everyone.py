"""Claims on the members of a body, where they are said of it: "les membres de la PITF enquêtent-ils
?" is not asked of the PITF."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.table import table
from vigie.knowledge.text import fold

OF_MEMBERS = ("does", "publishes", "runs", "chairs", "kind")
"""Relations in which agencies stand."""
NEAR = 5
"""Words before the name of the body among which its members are named."""


def of_members(query: Query, question: Question, world: World) -> Query:
    """`query`, with what it claims of a body claimed of the members that are named before it."""
    claims = tuple(_of_members(one, question, world) for one in query.claims)
    return replace(query, claims=claims) if claims != query.claims else query


def _of_members(claim: Claim, question: Question, world: World) -> Claim:
    body = claim.subject
    named = [m for m in question.mentions if m.ids == (body,) and m.kind == "body"]
    if not named or claim.relation not in OF_MEMBERS or not world.left("in", str(body)):
        return claim
    before = fold(question.text[: named[0].start]).replace("'", " ").split()[-NEAR:]
    members = [word for word in before if word in table().members]
    if not members:
        return claim
    kinds = [kind for kind, nouns in table().kinds.items() if members[-1].rstrip("s") in nouns]
    conditions = [
        Condition("in", (str(body),)),
        *(Condition("kind", (kind,)) for kind in kinds[:1]),
    ]
    return replace(claim, subject=Select("agency", tuple(conditions)))
