"""Whether two queries are one, for whoever gets the reply."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query
from vigie.answers.query.normal import normal, unordered
from vigie.answers.query.write import write
from vigie.answers.render.answer import answer
from vigie.answers.view import View


def right(query: Optional[Query], gold: Query, view: View) -> bool:
    """Whether two queries are one, or get the same reply."""
    if query is None:
        return False
    if _finds_the_same(query, gold, view):
        return True
    query, gold = unordered(normal(query)), unordered(normal(gold))
    # A name that the document does not have is as it was typed: FBI, fbi.
    if write(query).lower() == write(gold).lower() or _finds_the_same(query, gold, view):
        return True
    replies = [answer(one, view) for one in (query, gold)]
    said = [(r.lead, r.items, r.after, r.parts) for r in replies if r is not None]
    return len(said) == 2 and said[0] == said[1]


def _finds_the_same(query: Query, gold: Query, view: View) -> bool:
    """Whether two lists, or two counts, of one sort have the same things in them."""
    if query.act != gold.act or query.select is None or gold.select is None or query.want:
        return False
    found = [find(one.select, view.world) for one in (query, gold) if one.select]
    return query.select.sort == gold.select.sort and bool(found[0]) and found[0] == found[1]
