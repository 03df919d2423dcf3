"""What a message claims, read claim by claim: "elle ne juge pas, elle enquête : exact ?"

Each claim is a question of its own that leans on those before it, as a turn leans on the turns
before: the subject of one is what the next leaves unsaid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Optional

from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import Claim, Query, Select, arguments
from vigie.answers.query.world import World
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import DEPTH
from vigie.answers.reading.numbers import numbers

Read = Callable[[Question, Focus], tuple[Optional[Query], float]]
"""The best reading of a question after what was said, and how likely it is right."""


def claimed(
    question: Question, world: World, focus: Focus, read: Read
) -> tuple[Optional[Query], float]:
    """The claims of a message as one query, and how likely all of them are right; None where one is
    read as something else. What is denied and claimed at once is claimed: it was denied of what has
    no name here ("ce n'est pas la police qui la finance, c'est la Santé")."""
    claims: list[Claim] = []
    sure = 1.0
    for one in question.claims:
        query, likely = read(one, focus)
        query = _with_its_number(query, one)
        if query is None or query.act != "verify":
            return None, 0.0
        claims += [claim for claim in query.claims if claim not in claims]
        sure *= likely
        focus = once_asked(query, world, focus)
    kept = tuple(one for one in claims if not (one.denied and replace(one, denied=False) in claims))
    return (Query("verify", claims=kept), sure) if len(claims) > 1 else (None, 0.0)


def _with_its_number(query: Optional[Query], one: Question) -> Optional[Query]:
    """A list of which a number is said, as the claim that it is so long: "le Travail publie déjà
    trois documents"."""
    told = numbers(one.words)
    listed = query is not None and query.act in ("select", "count") and not query.want
    if query is None or not listed or query.select is None or len(told) != 1:
        return query
    if told[0] in arguments(query):  # the year of a law is no number of laws
        return query
    return Query("verify", claims=(Claim("count", query.select, told),))


def once_asked(query: Query, world: World, focus: Focus) -> Focus:
    """What is spoken of once something was asked and before it is answered."""
    about = tuple(_told_of(query, world)) or focus.subjects
    queries = (*focus.queries, write(query))[-DEPTH:]
    return replace(focus, subjects=about, shown=about, queries=queries)


def _told_of(query: Query, world: World) -> Iterator[str]:
    """What a query is about; of what stands there described, what it finds: after "combien de
    membres a le groupe né de l'amendement ?" that group is spoken of, and not the amendment."""
    conditions = query.select.conditions if query.select else ()
    nested = [one for each in conditions for one in each.values if isinstance(one, Select)]
    held = (*query.subjects, *(claim.subject for claim in query.claims), *nested)
    if any(isinstance(one, Select) for one in held):
        found = (one for one in resolve(held, world) if one in world.index)
        yield from dict.fromkeys(found)
    else:
        yield from (one for one in arguments(query) if one in world.index)
