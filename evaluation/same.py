"""Whether two queries are one, for whoever gets the reply."""

from __future__ import annotations

import re
from typing import Any, Optional

from evaluation.facts_told import as_a_place, as_a_verdict, side_by_side
from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query
from vigie.answers.query.normal import normal, unordered
from vigie.answers.query.plain import plainly
from vigie.answers.query.write import write
from vigie.answers.render.answer import answer
from vigie.answers.reply import Reply
from vigie.answers.view import View

VERDICTS = {
    "yes": re.compile(r"^(?:Oui|Si)(?:, à la date du document)?\. "),
    "no": re.compile(r"^(?:Non|En effet, non)(?:, à la date du document)?\. "),
}
"""What a yes/no question is answered with, before the fact."""


def right(query: Optional[Query], gold: Query, view: View) -> bool:
    """Whether two queries are one, or get the same reply."""
    if query is None:
        return False
    if _finds_the_same(query, gold, view):
        return True
    query, gold = (unordered(plainly(normal(one), view.world)) for one in (query, gold))
    # A name that the document does not have is as it was typed: FBI, fbi.
    if write(query).lower() == write(gold).lower() or _finds_the_same(query, gold, view):
        return True
    if as_a_verdict(query, gold, view.world) or as_a_place(query, gold, view.world):
        return True
    if side_by_side(query, gold):
        return True
    replies = [answer(one, view) for one in (query, gold)]
    return _says_as_much(*replies)


def _says_as_much(reply: Optional[Reply], gold: Optional[Reply]) -> bool:
    """Whether a reply says what the right one says: the same, or the same with "oui" before it ("il
    publie un rapport ?"), or with the other "oui" or "non" (« Si », « En effet, non »). A yes or no
    that is asked for may not lack, nor be the contrary."""
    if reply is None or gold is None:
        return False
    if _said(reply) == _said(gold):
        return True
    found, wanted = _verdict(reply), _verdict(gold)
    return found == (wanted or "yes") and _said(reply, found) == _said(gold, wanted)


def _verdict(reply: Reply) -> str:
    """Whether a reply begins with "yes" or "no"; "" where with neither."""
    return next((name for name, begun in VERDICTS.items() if begun.match(reply.lead)), "")


def _said(reply: Reply, verdict: str = "") -> Any:
    """All that a reply says, without the verdict that it begins with."""
    lead = VERDICTS[verdict].sub("", reply.lead) if verdict else reply.lead
    return lead, reply.items, reply.after, reply.parts


def _finds_the_same(query: Query, gold: Query, view: View) -> bool:
    """Whether two lists, or two counts, of one sort have the same things in them."""
    if query.act != gold.act or query.select is None or gold.select is None or query.want:
        return False
    found = [find(one.select, view.world) for one in (query, gold) if one.select]
    return query.select.sort == gold.select.sort and bool(found[0]) and found[0] == found[1]
