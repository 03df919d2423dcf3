"""Who does not do what a list before it was of: "qui enquête ? et lesquels n'enquêtent pas ?"."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Argument, Query


def not_both(query: Query) -> Query:
    """`query` without the conditions that it also denies: nobody meets both, and what is asked of
    all who do not was asked after a list of those who do."""
    if query.select is None:
        return query
    refused = [one for one in query.select.conditions if one.denied]
    denied = {(one.key, value) for one in refused for value in one.values}
    if not denied:
        return query
    kept = []
    for one in query.select.conditions:
        left: tuple[Argument, ...] = one.values
        if not one.denied:
            left = tuple(value for value in one.values if (one.key, value) not in denied)
        if left == one.values:
            kept.append(one)
        elif left:
            kept.append(replace(one, values=left, every=one.every and len(left) > 1))
    return replace(query, select=replace(query.select, conditions=tuple(kept)))
