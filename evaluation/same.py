"""Whether two queries are one, for whoever gets the reply."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Optional

from vigie.answers.query.bounds import is_bound
from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Argument, Query, Select
from vigie.answers.query.normal import normal, unordered
from vigie.answers.query.write import write
from vigie.answers.reading.called_lists import LISTS
from vigie.answers.render.answer import answer
from vigie.answers.reply import Reply
from vigie.answers.view import View

VERDICT = re.compile(r"^(?:Oui|Si|Non|En effet, non|Oui, à la date du document)\. ")
"""What a yes/no question is answered with, before the fact."""


def right(query: Optional[Query], gold: Query, view: View) -> bool:
    """Whether two queries are one, or get the same reply."""
    if query is None:
        return False
    query = _without_lists(_as_written(query, gold))
    if _finds_the_same(query, gold, view):
        return True
    query, gold = unordered(normal(query)), unordered(normal(gold))
    # A name that the document does not have is as it was typed: FBI, fbi.
    if write(query).lower() == write(gold).lower() or _finds_the_same(query, gold, view):
        return True
    replies = [answer(one, view) for one in (query, gold)]
    return _says_as_much(*replies)


def _as_written(query: Query, gold: Query) -> Query:
    """A query as authors write it, who leave to Vigie what small words say: of a number that is a
    bound ("plus de dix ?") the number alone, or the count; of what is said to be all that somebody
    does, that nobody else does it, or what is done beside; of several who are said to be alone, a
    claim of each."""
    if len(query.claims) == 1 and query.claims[0].whole:
        (one,) = query.claims
        if gold.act == "describe" and one.relation == "does":
            beside = tuple(map(str, one.values))
            return Query("describe", subjects=(one.subject,), beside=beside)
        return Query("verify", claims=(replace(one, whole=False, only=True),))
    if len(query.claims) == 1 and query.claims[0].only and len(gold.claims) > 1:
        (one,) = query.claims
        among = one.subject.among if isinstance(one.subject, Select) else ()
        claims = (replace(one, subject=who, only=g.only) for who, g in zip(among, gold.claims))
        return Query("verify", claims=tuple(claims))
    bounds = [one for one in query.claims if any(map(is_bound, one.values))]
    if bounds and gold.act == "count" and isinstance(bounds[0].subject, Select):
        return Query("count", select=bounds[0].subject)
    if bounds and gold.act == "get" and gold.want == "number":
        return Query("get", "number", subjects=(bounds[0].subject,))
    claims = tuple(replace(one, values=tuple(map(_number, one.values))) for one in query.claims)
    return replace(query, claims=claims)


def _without_lists(query: Query) -> Query:
    """A query of lists as one of reports, of which authors write it."""
    if query.select is None or query.select.sort != "report":
        return query
    left = tuple(one for one in query.select.conditions if one != LISTS)
    return replace(query, select=replace(query.select, conditions=left))


def _number(value: Argument) -> Argument:
    return value[1:] if isinstance(value, str) and is_bound(value) else value


def _says_as_much(reply: Optional[Reply], gold: Optional[Reply]) -> bool:
    """Whether a reply says what the right one says: the same, if need be with "oui" or "non"
    before it ("il publie un rapport ?": « Oui. Le DoJ publie… »), or the other "non" (« En effet,
    non »). A yes or no that is asked for may not lack."""
    if reply is None or gold is None:
        return False
    if _said(reply) == _said(gold):
        return True
    return bool(VERDICT.match(reply.lead)) and _said(reply, True) == _said(gold, True)


def _said(reply: Reply, fact: bool = False) -> Any:
    """All that a reply says; or the `fact` of it alone."""
    lead = VERDICT.sub("", reply.lead) if fact else reply.lead
    return lead, reply.items, reply.after, reply.parts


def _finds_the_same(query: Query, gold: Query, view: View) -> bool:
    """Whether two lists, or two counts, of one sort have the same things in them."""
    if query.act != gold.act or query.select is None or gold.select is None or query.want:
        return False
    found = [find(one.select, view.world) for one in (query, gold) if one.select]
    return query.select.sort == gold.select.sort and bool(found[0]) and found[0] == found[1]
