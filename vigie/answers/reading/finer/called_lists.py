"""Publications that a message calls lists: "quelles listes publie le Travail ?" asks for two of his
three."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.query.relations import ANY
from vigie.answers.query.world import World
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.table import table

LISTS = Condition("kind", ("list",))


def called_lists(query: Query, words: str, world: World) -> Query:
    """`query`, of lists alone where folded `words` call so what it looks for among the reports; not
    where none is left: "tu me listes ce que publie le DoS ?"."""
    if not says(closed("lists"), words) or _says_report(words):
        return query
    if query.select and not find(_lists(query.select), world):
        return query
    select = _lists(query.select) if query.select else None
    return replace(query, select=select, claims=tuple(map(_of_lists, query.claims)))


def _lists(select: Select) -> Select:
    """What is looked for among the reports, of lists alone."""
    told = select.among or select.excluded or any(c.key == LISTS.key for c in select.conditions)
    if select.sort != "report" or told:
        return select
    return replace(select, conditions=(*select.conditions, LISTS))


def _says_report(words: str) -> bool:
    return any(table().sorts.get(one) == "report" for one in words.split() if one != "liste")


def _of_lists(claim: Claim) -> Claim:
    """A claim that somebody publishes anything, as that he publishes the lists; a count of them."""
    if claim.relation == "count" and isinstance(claim.subject, Select):
        return replace(claim, subject=_lists(claim.subject))
    if claim.relation == "publishes" and claim.values == (ANY,):
        return replace(claim, values=(Select("report", (LISTS,)),))
    return claim
