"""Queries as somebody says them who has just heard their names: what may stand in any order, in
that in which it was named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.query.model import Argument, Query

UNORDERED = ("compare", "gap", "get")
"""Acts of which the things may stand in any order, see `vigie.answers.query.normal.unordered`."""


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
        query = replace(query, subjects=heard(query.subjects))
    if query.select is None:
        return query
    excluded, among = heard(query.select.excluded), heard(query.select.among)
    return replace(query, select=replace(query.select, excluded=excluded, among=among))
