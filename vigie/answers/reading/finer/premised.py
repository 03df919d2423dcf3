"""Questions on what is not so: "pourquoi le DoJ préside-t-il la PITF ?" is answered by who does."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.query.model import Claim, Query
from vigie.answers.query.relations import RELATIONS
from vigie.answers.query.verdict import verify
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import paired
from vigie.knowledge.text import fold

WANTED = ("why", "date", "launch", "origin", "results")
"""What is asked of something that is taken to be so."""
DENIED = "pas"


def premised(query: Query, question: Question, world: World) -> Query:
    """`query`, or the claim that it takes for granted where the document denies it."""
    if query.act != "get" or query.want not in WANTED or len(query.subjects) != 1:
        return query
    for claim in _taken(question, world):
        if query.subjects[0] not in (claim.subject, *claim.values):
            continue
        truth = verify(claim, world).truth
        if truth != "unsaid" and (truth == "yes") is claim.denied:
            return Query("verify", claims=(claim,))
    return query


def _taken(question: Question, world: World) -> Iterator[Claim]:
    """What a message takes for granted of two things that it names, by the verb between or after
    them."""
    named = [m for m in question.mentions if len(m.ids) == 1 and m.ids[0] in world.index]
    if len(named) != 2:
        return
    left, right = sorted(named, key=lambda m: m.start)
    text = f"{question.text[left.end : right.start]} {question.text[right.end :]}"
    words = fold(text).split()
    for beginning, relation in paired("joins").items():
        kinds = RELATIONS[relation]
        fits = left.kind in kinds.left and right.kind in kinds.right
        if fits and any(word.startswith(beginning) for word in words):
            yield Claim(relation, left.ids[0], (right.ids[0],), DENIED in words)
