"""Which of two things is said to be the elder: « la JvTA est postérieure à l’amendement ? » says it
of the amendment, though the law is named first; and an order that is told in a row."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.model import Claim, Query, Select
from vigie.answers.query.relations import DATED
from vigie.answers.question import Mention, Question
from vigie.answers.reading.numbers import numbers
from vigie.answers.reading.small_words import small_words
from vigie.answers.reading.table import table
from vigie.knowledge.text import fold

BEFORE = "before"
OF_ONE = ("verify", "get")
"""Acts of queries that have lost the other of two."""
FIRST = "min"
"""The sign of what says that what is spoken of first is the elder."""
TWO = 2


def elder(query: Query, question: Question) -> Query:
    """`query`, with the order of two things as the message tells it, and of several in a row that
    of each and the next; which is the elder, where it is asked both ways."""
    named = _dated(question)
    ids = list(dict.fromkeys(m.ids[0] for m in named))
    orders = bool(query.claims) and all(one.relation == BEFORE for one in query.claims)
    if orders and len(ids) > TWO:
        chain = tuple(Claim(BEFORE, one, (other,)) for one, other in zip(ids, ids[1:]))
        return Query("verify", claims=chain)
    if not orders and not _compares(query, question, named):
        return query
    pair = _pair(query, ids)
    signs = _signs(question.words)
    if pair is None or not signs:
        return query
    if len(signs) == TWO:
        alike = len({m.kind for m in named}) == 1 and len(ids) == TWO
        return Query(FIRST, "year", select=Select(named[0].kind, among=pair)) if alike else query
    leads = bool(_signs(fold(question.text[: named[0].start])))
    one, other = pair if (FIRST in signs) is not leads else pair[::-1]
    denied = bool(query.claims) and query.claims[0].denied
    return Query("verify", claims=(Claim(BEFORE, one, (other,), denied=denied),))


def _dated(question: Question) -> list[Mention]:
    """What is named that may have a date, in the order of the text."""
    some = [m for m in question.mentions if len(m.ids) == 1 and m.kind in DATED]
    return sorted(some, key=lambda m: m.start)


def _pair(query: Query, named: list[str]) -> Optional[tuple[str, str]]:
    """The two things of which an order is told, the one that is named first before the other, and
    before what was spoken of already."""
    if len(named) == TWO:
        return named[0], named[1]
    sides = [side for one in query.claims for side in (one.subject, *one.values)]
    lent = [one for one in sides if isinstance(one, str) and one not in named]
    return (named[0], lent[0]) if len(named) == len(lent) == 1 else None


def _compares(query: Query, question: Question, named: list[Mention]) -> bool:
    """Whether a query of one thing has lost another of its kind, beside which the message sets it:
    a word of order stands between the only two names, and no number beside them."""
    alike = len(named) == len(question.mentions) == TWO and named[0].kind == named[1].kind
    asks = not table().asking_what.isdisjoint(question.words.split())
    if query.act not in OF_ONE or not alike or asks:
        return False
    left, right = named
    between = fold(question.text[left.end : right.start])
    beside = f"{question.text[: left.start]} {between} {question.text[right.end :]}"
    return bool(_signs(between)) and not numbers(fold(beside))


def _signs(words: str) -> set[str]:
    """What folded words say of an order: that the first is the elder, or the other."""
    known = {**table().ages, **small_words().elder}
    return {known[word] for word in words.split() if word in known}
