"""One form for queries that ask the same: authors and readers may write either."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Argument, Condition, Query, Select


def normal(query: Query) -> Query:
    """The query that asks the same in the form that the answers know.

    >>> from vigie.answers.query.line import read, write
    >>> write(normal(read("count agency in=pitf")))
    'get number pitf'
    """
    if query.act == "get" and query.want == "subject":
        return Query("describe", subjects=tuple(map(_argument, query.subjects)))
    query = replace(query, subjects=tuple(map(_argument, query.subjects)))
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
    return replace(query, select=select)


def _argument(value: Argument) -> Argument:
    return _select(value) if isinstance(value, Select) else value


def _select(select: Select) -> Select:
    """Conditions on one key joined; a committee's body left out, as they all have the same."""
    merged: list[Condition] = []
    for one in select.conditions:
        one = replace(one, values=tuple(map(_argument, one.values)))
        if select.sort == "committee" and one.key == "of" and not one.denied:
            continue
        same = next(
            (m for m in merged if m.key == one.key == "does" and not m.denied and not one.denied),
            None,
        )
        if same is None or not (len(same.values) == 1 or same.every):
            merged.append(one)
        else:
            merged[merged.index(same)] = Condition(one.key, (*same.values, *one.values), every=True)
    return replace(select, conditions=tuple(merged))
