"""What a form is made of: its act, what is asked for, each condition, each relation, how many.

A form that few wrote, or nobody, is made of parts that many wrote; each part is learned on its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from vigie.answers.query.form import SLOT
from vigie.answers.query.line import read
from vigie.answers.query.model import Argument, Claim, Condition, Query, Select

MOST = 3
"""Subjects or conditions that are told apart by their number."""


def parts(label: str) -> frozenset[str]:
    """The parts of a form, as "act verify" or "key kind!"; what leans on what was said before is
    whole.

    >>> sorted(parts("count agency does=? kind!=department"))
    ['act count', 'key does', 'key kind!', 'kind!=department', 'sort agency', 'two conditions']
    """
    return frozenset((label,)) if label.startswith("~") else parts_of(read(label))


@lru_cache(maxsize=4096)
def parts_of(shape: Query) -> frozenset[str]:
    """The parts of a form that leans on nothing."""
    return frozenset(_of(shape))


def _of(query: Query) -> Iterator[str]:
    yield f"act {query.act}"
    if query.want:
        yield f"want {query.want}"
    if query.subjects:
        yield f"{min(len(query.subjects), MOST)} subjects"
    if query.about:
        yield "about"
    if query.beside:
        yield "beside"
    if query.select:
        yield f"sort {query.select.sort}"
        yield from _conditions(query.select)
    for claim in query.claims:
        yield from _claim(claim)
    if len(query.claims) > 1:
        yield "several claims"
    yield from _nested((*query.subjects, *(claim.subject for claim in query.claims)))


def _conditions(select: Select) -> Iterator[str]:
    for one in select.conditions:
        yield from _condition(one)
    if len(select.conditions) > 1:
        yield "two conditions"
    if len(select.conditions) >= MOST:
        yield "three conditions"
    for name, things in (("except", select.excluded), ("among", select.among)):
        if things:
            yield name
        if len(things) > 1:
            yield f"{name} several"
        yield from _nested(things)


def _condition(one: Condition) -> Iterator[str]:
    key = f"{one.key}{'!' * one.denied}"
    yield f"key {key}"
    yield from _values(key, one.values)
    if len(one.values) > 1:
        yield "every" if one.every else "either"


def _claim(claim: Claim) -> Iterator[str]:
    yield f"relation {claim.relation}"
    yield from _values(claim.relation, claim.values)
    if claim.denied:
        yield "denied"
    if claim.only:
        yield "only"
    if claim.whole:
        yield "whole"


def _values(key: str, values: Sequence[Argument]) -> Iterator[str]:
    yield from (f"{key}={one}" for one in values if isinstance(one, str) and one != SLOT)
    yield from _nested(values)


def _nested(things: Sequence[Argument]) -> Iterator[str]:
    for one in things:
        if isinstance(one, Select):
            yield "nested"
            yield from _conditions(one)
