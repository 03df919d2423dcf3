"""What a message claims, read claim by claim: "elle ne juge pas, elle enquête : exact ?"

Each claim is a question of its own that leans on those before it, as a turn leans on the turns
before: the subject of one is what the next leaves unsaid.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Optional

from vigie.answers.query.model import Claim, Query, arguments
from vigie.answers.query.world import World
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import DEPTH

Read = Callable[[Question, Focus], tuple[Optional[Query], float]]
"""The best reading of a question after what was said, and how likely it is right."""


def claimed(
    question: Question, world: World, focus: Focus, read: Read
) -> tuple[Optional[Query], float]:
    """The claims of a message as one query, and how likely all of them are right; None where one is
    read as something else."""
    claims: list[Claim] = []
    sure = 1.0
    for one in question.claims:
        query, likely = read(one, focus)
        if query is None or query.act != "verify":
            return None, 0.0
        claims += [claim for claim in query.claims if claim not in claims]
        sure *= likely
        focus = once_asked(query, world, focus)
    return (Query("verify", claims=tuple(claims)), sure) if len(claims) > 1 else (None, 0.0)


def once_asked(query: Query, world: World, focus: Focus) -> Focus:
    """What is spoken of once something was asked and before it is answered."""
    about = tuple(one for one in arguments(query) if one in world.index)
    about = about or focus.subjects
    queries = (*focus.queries, write(query))[-DEPTH:]
    return replace(focus, subjects=about, shown=about, queries=queries)
