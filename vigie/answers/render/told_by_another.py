"""A query whose answer another query of the same message tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vigie.answers.query.evaluate import find, resolve
from vigie.answers.query.model import Argument, Condition, Query, Select
from vigie.answers.query.relations import ANY
from vigie.answers.view import View

NAMING = ("expand", "acronym")
"""Attributes with which the English name is told."""


def told_by_another(query: Query, queries: Sequence[Query], view: View) -> bool:
    """Whether another query of the same message tells all that this one asks: the date of a thing
    its law, and else its law the date of that law; what an acronym means the English name; how many
    there are of which there is one, which it is; a list of laws what each created, and one of
    reports whose each is; the number of the line who funds it; who the members are how many."""
    if query.act == "select" and query.select is not None:
        return _list_is_told(query.select, queries, view)
    if query.act != "get":
        return False
    if query.want == "english":
        return any(query.subjects in _subjects_of(one, queries) for one in NAMING)
    if query.want == "number":
        return query.subjects in _subjects_of("composition", queries)
    if query.want == "owner":
        return _owner_is_told(query, queries, view)
    dated = _subjects_of("date", queries)
    if query.want == "origin":
        return query.subjects in dated
    return query.want == "date" and any(
        law in query.subjects for law in _dated_beside(queries, dated, view)
    )


def _list_is_told(select: Select, queries: Sequence[Query], view: View) -> bool:
    if select in _bodies_told(queries):
        return True
    reached = [one for subjects in _subjects_of("contact", queries) for one in subjects]
    if any(_asks_who(select, "runs", one) for one in reached):
        return True
    if _asks_who(select, "publishes", ANY) and any(map(_tells_whose, queries)):
        return True
    counted = any(one.act == "count" and one.select == select for one in queries)
    return counted and len(find(select, view.world)) == 1


def _owner_is_told(query: Query, queries: Sequence[Query], view: View) -> bool:
    """How often a report appears is told with whose it is."""
    asked = set(resolve(query.subjects, view.world))
    lists = (one.select for one in queries if one.act == "select")
    of_reports = [find(one, view.world) for one in lists if one and one.sort == "report"]
    listed = bool(asked) and any(asked <= set(some) for some in of_reports)
    beside = (query.subjects in _subjects_of(one, queries) for one in ("frequency", "contact"))
    return listed or any(beside)


def _dated_beside(
    queries: Sequence[Query], dated: Sequence[tuple[Argument, ...]], view: View
) -> Iterator[str]:
    """The laws whose year is told with what they created."""
    for one in queries:
        if (one.act, one.want) == ("get", "origin") and one.subjects not in dated:
            laws = (law for born in one.subjects for law in view.world.left("creates", str(born)))
            yield from (law for law in laws if view.world.right("year", law))


def _tells_whose(query: Query) -> bool:
    """Whether it asks for the reports of more than one, of which the list says whose each is."""
    reports = query.select if query.act == "select" else None
    if reports is None or reports.sort != "report":
        return False
    return all(one.key != "by" for one in reports.conditions)


def _asks_who(select: Select, key: str, value: Argument) -> bool:
    return select == Select("agency", (Condition(key, (value,)),))


def _bodies_told(queries: Iterable[Query]) -> list[Select]:
    """The lists of bodies that lists of laws tell: those that these laws created."""
    laws = (one.select for one in queries if one.act == "select" and one.select)
    return [Select("body", (Condition("by", (one,)),)) for one in laws if one.sort == "law"]


def _subjects_of(want: str, queries: Sequence[Query]) -> list[tuple[Argument, ...]]:
    """Of what things the queries ask an attribute."""
    return [one.subjects for one in queries if (one.act, one.want) == ("get", want)]
