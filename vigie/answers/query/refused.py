"""Which things a query refuses: what it excepts, denies, or tells apart from what it asserts."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.query.model import Argument, Claim, Query, Select


def refused(query: Query) -> frozenset[str]:
    """The ids that a query refuses.

    >>> from vigie.answers.query.line import read
    >>> sorted(refused(read("select agency does=training does!=investigation except=doj")))
    ['doj', 'investigation']
    """
    found = {*query.beside, *(_selected(query.select) if query.select else ())}
    for one in query.subjects:
        found |= set(_selected(one)) if isinstance(one, Select) else set()
    for claim in query.claims:
        found |= set(_claimed(claim, mixed(query)))
    return frozenset(found)


def mixed(query: Query) -> bool:
    """Whether it claims one thing and denies another: "le HHS, et pas le DHS"."""
    return len(query.claims) > 1 and len({claim.denied for claim in query.claims}) > 1


def _selected(select: Select) -> Iterator[str]:
    for one in select.excluded:
        yield from _every(one)
    for condition in select.conditions:
        for value in condition.values:
            if condition.denied:
                yield from _every(value)
            elif isinstance(value, Select):
                yield from _selected(value)


def _claimed(claim: Claim, of_whom: bool) -> Iterator[str]:
    """What a claim denies, and `of_whom`."""
    if not claim.denied or claim.only:
        return
    for value in (*claim.values, *((claim.subject,) if of_whom else ())):
        yield from _every(value)


def _every(value: Argument) -> Iterator[str]:
    """A thing, or what describes it."""
    if isinstance(value, str):
        yield value
        return
    for condition in value.conditions:
        for inner in condition.values:
            yield from _every(inner)
