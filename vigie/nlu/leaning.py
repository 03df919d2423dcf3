"""What a turn of a dialogue teaches: the form that its own words ask for, less what it takes from
the queries before it.

"Et le Trésor ?" says nothing but a name: the form of the last query is taken over (`SAME`).
"Lesquels enquêtent ?" says a condition more: the form of that condition alone. Everything else
says its form itself, and what was spoken of only fills it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.query.form import AGAIN, OTHER, SAME, form
from vigie.answers.query.model import Condition, Query
from vigie.answers.query.normal import listed, normal
from vigie.answers.query.write import write

_TAKING_OVER = ("subst", "correct", "return", "index", "narrow", "other")
_SHORT = 6
"""Words up to which "les autres ?" says no condition of its own."""


def taught_form(query: Query, context: str, earlier: Sequence[Query], words: int) -> str:
    """The form that a turn teaches; `earlier` are the queries before it, the last one last."""
    query = normal(query)
    if context != "new" and earlier:
        last = normal(earlier[-1])
        if query == last:
            return AGAIN if context == "again" else SAME
        if context in _TAKING_OVER and form(query) == form(last):
            return SAME
        if context == "subst" and any(form(query) == form(normal(one)) for one in earlier):
            return SAME
        query = _less(query, last, context, words) or query
        if context == "other" and query.select and query.select.excluded:
            if words <= _SHORT:
                return OTHER
            query = replace(query, select=replace(query.select, excluded=()))
    return write(form(query))


def _less(query: Query, last: Query, context: str, words: int) -> Optional[Query]:
    """A list narrowed, without what it was narrowed from."""
    select, before = query.select, listed(last)
    if context != "narrow" or select is None:
        return None
    select = replace(select, among=())
    if before is not None and before.sort == select.sort:
        kept = tuple(more for one in select.conditions if (more := _beyond(one, before.conditions)))
        select = replace(select, conditions=kept, excluded=())
    return replace(query, select=select)


def _beyond(one: Condition, before: Sequence[Condition]) -> Optional[Condition]:
    """What a condition adds to those of before; None when it adds nothing."""
    for old in before:
        if old == one:
            return None
        added = tuple(value for value in one.values if value not in old.values)
        fewer = bool(added) and added != one.values  # "ceux qui font les deux" adds no value
        if old.key == one.key and old.denied == one.denied and one.every and fewer:
            return replace(one, values=added, every=len(added) > 1)
    return one
