"""Which of two claims a message denies: « le DoS, et non le DHS, préside la PITF » denies that of
the name that stands just after its "non"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vigie.answers.query.model import Argument, Claim, Query
from vigie.answers.query.refused import mixed
from vigie.answers.question import Mention, Question
from vigie.answers.reading.closed import closed
from vigie.knowledge.text import fold

_BROKEN = re.compile(r"[,:;.!?…()«»]")
"""What may stand between a small word and a name that it says nothing of."""


def contrasted(query: Query, question: Question) -> Query:
    """`query`; of two claims that differ in one thing alone, and of which one is denied, the one
    whose name the message says "pas" or "non" of, where it says so of one."""
    if len(query.claims) != 2 or not mixed(query):
        return query
    one, other = query.claims
    if one.relation != other.relation:
        return query
    apart = list(_apart(one, other))
    if len(apart) != 1:
        return query
    ((first, second),) = apart
    off = [ident for m in question.mentions if _set_off(m, question) for ident in m.ids]
    if (first in off) is (second in off):
        return query
    claims = (replace(one, denied=first in off), replace(other, denied=second in off))
    return replace(query, claims=claims)


def _apart(one: Claim, other: Claim) -> Iterator[tuple[Argument, Argument]]:
    """What one claim is about and the other is not, with what the other has in its place."""
    mine, theirs = (one.subject, *one.values), (other.subject, *other.values)
    yield from (pair for pair in zip(mine, theirs) if pair[0] != pair[1])


def _set_off(mention: Mention, question: Question) -> bool:
    """Whether a name stands just after "pas" or "non", with articles alone between."""
    *_, clause = _BROKEN.split(question.text[: mention.start])
    before = fold(clause.replace("’", " ").replace("'", " ")).split()
    while before and before[-1] in closed("contrasting_before"):
        before.pop()
    return bool(before) and before[-1] in closed("contrasting")
