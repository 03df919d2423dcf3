"""What the last query becomes for a thing that it has no place for: "qui forme ?" "et le DoJ ?"."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.query.relations import RELATIONS

_LIST_OF = {
    # What a list of agencies becomes when an agency is named: "qui forme ?" "et le DoJ ?"
    "publishes": ("report", "by"),
    "chairs": ("body", "chair"),
    "runs": ("programme", "by"),
}


def of_another_kind(previous: Query, ident: str, kind: str) -> Optional[Query]:
    """What the last query becomes for a thing of a kind that it has no place for."""
    select = previous.select
    if select is None or kind != select.sort or not select.conditions:
        return None
    first = select.conditions[0]
    if select.sort != "agency" or first.denied:
        return None
    if first.key == "does":
        about = tuple(v for v in first.values if isinstance(v, str))
        return Query("describe", subjects=(ident,), about=about)
    if first.key in _LIST_OF:
        sort, key = _LIST_OF[first.key]
        return Query("select", select=Select(sort, (Condition(key, (ident,)),)))
    if first.key in RELATIONS:
        return Query("verify", claims=(Claim(first.key, ident, first.values),))
    return None
