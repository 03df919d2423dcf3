"""One form for queries that ask the same: authors and readers may write either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.query.model import Argument, Claim, Condition, Query, Select, with_parts
from vigie.answers.query.relations import ANY, KEYS


def normal(query: Query) -> Query:
    """The query that asks the same in the form that the answers know.

    >>> from vigie.answers.query.line import read
    >>> from vigie.answers.query.write import write
    >>> write(normal(read("count agency in=pitf")))
    'get number pitf'
    """
    if query.act == "get" and query.want == "subject":
        return Query("describe", subjects=tuple(map(_argument, query.subjects)))
    subjects = tuple(map(_argument, query.subjects))
    query = with_parts(query, subjects=subjects, claims=_claims(query.claims))
    if query.select is None:
        return query
    select = _select(query.select)
    if (
        select.sort == "agency"
        and len(select.conditions) == 1
        and not (select.excluded or select.among)
    ):
        (lone,) = select.conditions
        want = {"count": "number", "select": "composition"}.get(query.act)
        if want and lone.key == "in" and len(lone.values) == 1 and not lone.denied:
            return Query("get", want, subjects=lone.values)
    want = _OWN.get(_lone(select)) if query.act == "select" else None
    if want:
        return Query("get", want, subjects=select.conditions[0].values)
    return with_parts(query, select=select)


def _claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Each claim once, and none that another one makes beside saying that it is so of nobody, or of
    nothing, else: "il en finance, et il est le seul ?"."""
    if len(claims) < 2:
        return tuple(claims)
    closer = {_plainly(one) for one in claims if one.only or one.whole}
    kept = (one for one in claims if one.only or one.whole or one not in closer)
    return tuple(dict.fromkeys(kept))


def _plainly(claim: Claim) -> Claim:
    return replace(claim, only=False, whole=False)


_OWN = {
    ("agency", "publishes"): "owner",
    ("agency", "runs"): "owner",
    ("law", "creates"): "origin",
}
"""Lists that ask whose a thing is, or where it comes from."""


def _lone(select: Select) -> tuple[str, str]:
    """The sort and the key of a list with one condition, of some things named."""
    one, *more = select.conditions or (Condition("", ()),)
    if more or select.excluded or select.among or one.denied or ANY in one.values:
        return (select.sort, "")
    return (select.sort, one.key)


def listed(query: Query) -> Optional[Select]:
    """The list that a query asks for, or whose parts it counts; None for a query of no list."""
    if query.act == "get" and query.want in ("composition", "number") and query.subjects:
        return Select("agency", (Condition("in", query.subjects[:1]),))
    return query.select if query.act in ("select", "count", "max", "min") else None


def _argument(value: Argument) -> Argument:
    return _select(value) if isinstance(value, Select) else value


def _select(select: Select) -> Select:
    """Conditions in one order, those on one key joined, the wider of two left out, and what is
    excepted by what it does denied; a committee's body left out, as they all have the same."""
    merged: list[Condition] = []
    denied, excluded = _denials(select)
    for one in (*select.conditions, *denied):
        one = with_parts(one, values=tuple(map(_argument, one.values)))
        if select.sort == "committee" and one.key == "of" and not one.denied:
            continue
        same = next(
            (m for m in merged if m.key == one.key == "does" and not m.denied and not one.denied),
            None,
        )
        if any(_narrows(m, one) for m in merged):
            continue
        wider = [m for m in merged if _narrows(one, m)]
        if wider:
            merged = [*(m for m in merged if m not in wider), one]
        elif same is None or not (len(same.values) == 1 or same.every):
            merged.append(one)
        else:
            merged[merged.index(same)] = Condition(one.key, (*same.values, *one.values), every=True)
    keys = list(KEYS[select.sort])
    merged.sort(key=lambda one: (keys.index(one.key), one.denied))
    return with_parts(select, conditions=tuple(merged), excluded=excluded)


def _narrows(one: Condition, other: Condition) -> bool:
    """Whether whoever meets one condition meets the other: "by=dol" of "by=doj/dol"."""
    alike = one.key == other.key and not (one.denied or other.denied or one.every or other.every)
    return alike and set(one.values) <= set(other.values)


def _denials(select: Select) -> tuple[tuple[Condition, ...], tuple[Argument, ...]]:
    """What a list excepts, as conditions that deny where one condition describes it ("moins ceux
    qui forment"), and the rest."""
    denied, kept = [], []
    for one in select.excluded:
        lone = isinstance(one, Select) and one.sort == select.sort and len(one.conditions) == 1
        if isinstance(one, Select) and lone and not one.excluded and not one.among:
            (only,) = one.conditions
            if len(only.values) == 1:
                denied.append(replace(only, denied=not only.denied))
                continue
        kept.append(one)
    return tuple(denied), tuple(kept)


UNORDERED = ("compare", "gap", "get")
"""Acts of which the things may stand in any order."""


def unordered(query: Query) -> Query:
    """A query with what may stand in any order sorted: the things compared, and alternatives."""
    select = query.select
    if select is not None:
        conditions = tuple(
            with_parts(one, values=tuple(sorted(one.values, key=str))) for one in select.conditions
        )
        select = with_parts(
            select,
            conditions=tuple(sorted(conditions, key=str)),
            excluded=tuple(sorted(select.excluded, key=str)),
            among=tuple(sorted(select.among, key=str)),
        )
    subjects = query.subjects
    if query.act in UNORDERED:
        subjects = tuple(sorted(subjects, key=str))
    claims = tuple(sorted(query.claims, key=str))
    return with_parts(query, select=select, subjects=subjects, claims=claims)


def as_heard(query: Query, names: Sequence[str]) -> Query:
    """A query with the things compared, the list of which it asks for some, and those left out, in
    the order of `names`; those that are none of these last, as they were.

    >>> from vigie.answers.query.line import read
    >>> from vigie.answers.query.write import write
    >>> write(as_heard(read("gap spog council"), ("council", "spog")))
    'gap council spog'
    """
    places = {name: place for place, name in enumerate(names)}

    def heard(some: tuple[Argument, ...]) -> tuple[Argument, ...]:
        return tuple(sorted(some, key=lambda one: places.get(str(one), len(places))))

    if query.act in UNORDERED:
        query = with_parts(query, subjects=heard(query.subjects))
    if query.select is None:
        return query
    excluded, among = heard(query.select.excluded), heard(query.select.among)
    return with_parts(query, select=with_parts(query.select, excluded=excluded, among=among))
