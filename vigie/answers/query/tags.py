"""What a form is made of, as tags that are each learned on their own.

A form that few have written shares its tags with forms that many have: an exclusion, a count, a
negation look alike whatever they are joined to.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.query.model import Claim, Query, Select
from vigie.answers.query.relations import ANY


def tags(query: Query) -> frozenset[str]:
    """The tags of a form."""
    return frozenset(_tags(query))


def _tags(query: Query) -> Iterator[str]:
    yield f"act:{query.act}"
    if query.want:
        yield f"{query.act}:{query.want}"
    if query.select:
        yield from _selected(query.select, "")
    if query.subjects and any(isinstance(one, Select) for one in query.subjects):
        yield "nested"
    for one in query.subjects:
        if isinstance(one, Select):
            yield from _selected(one, "in:")
    if len(query.subjects) > 1:
        yield f"subjects:{min(len(query.subjects), 3)}"
    for about in query.about[:1]:
        yield "about" if about == "?" else f"about:{about}"
    if len(query.about) > 1:
        yield "about:several"
    if len(query.claims) > 1:
        yield f"claims:{min(len(query.claims), 3)}"
    for claim in query.claims:
        yield from _claimed(claim)


def _selected(select: Select, prefix: str) -> Iterator[str]:
    yield f"{prefix}sort:{select.sort}"
    for one in select.conditions:
        mark = "!" if one.denied else ""
        yield f"{prefix}{one.key}{mark}"
        for value in one.values:
            if isinstance(value, Select):
                yield "nested"
                yield from _selected(value, "in:")
            elif value not in ("?", ANY):
                yield f"{prefix}{one.key}{mark}={value}"
        if one.values == (ANY,):
            yield f"{prefix}{one.key}=any"
        if len(one.values) > 1:
            yield f"{prefix}{one.key}:{'all' if one.every else 'or'}"
    if not select.conditions:
        yield f"{prefix}plain"
    if select.excluded:
        yield f"except:{min(len(select.excluded), 3)}"
    if select.among:
        yield "among"


def _claimed(claim: Claim) -> Iterator[str]:
    yield f"rel:{claim.relation}"
    if claim.denied:
        yield "denied"
    if claim.only:
        yield "only"
    if len(claim.values) > 1:
        yield "values:several"
    for value in claim.values:
        if value == ANY:
            yield "rel:any"
    if isinstance(claim.subject, Select) or any(isinstance(v, Select) for v in claim.values):
        yield "nested"
