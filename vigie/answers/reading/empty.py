"""Whether a query finds nothing where that is odd: nobody asks for what is not there."""

from __future__ import annotations

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query, lists_of, with_parts
from vigie.answers.query.world import World
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.proposal import Proposal

MATTERS = ("report", "committee", "programme")
"""What is about topics, and does nothing itself."""


def may_not_be_empty(proposal: Proposal, evidence: Evidence) -> bool:
    """Whether it is odd that it finds nothing: of what was listed, "lesquels ?" may be none."""
    of_them = proposal.kind == "narrow" and "among" not in evidence.operators
    return of_them or proposal.kind in ("alone", "lent")


def finds_nothing(query: Query, world: World) -> bool:
    """Whether a list that it holds is empty whatever is set aside of it, or a report or the like is
    asked of a topic that is not its own."""
    if query.act == "describe" and query.about and len(query.subjects) == 1:
        (one,), topics = query.subjects, set(query.about)
        known = isinstance(one, str) and one in world.index
        if known and world.kind(str(one)) in MATTERS:
            return topics.isdisjoint(world.right("about", str(one)))
    # That nobody is left once some are set aside is an answer: "d'autres s'en occupent ?"
    return any(not find(with_parts(one, excluded=()), world) for one in lists_of(query))
