"""Which of two things is said to be the elder: « la JvTA est postérieure à l’amendement ? » says it
of the amendment, though the law is named first; and an order that is told in a row."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.model import Claim, Query, Select
from vigie.answers.query.relations import DATED
from vigie.answers.question import Mention, Question
from vigie.answers.reading.closed import closed, named
from vigie.answers.reading.numbers import numbers
from vigie.answers.reading.table import table
from vigie.knowledge.text import fold

BEFORE = "before"
OLDER, NEWER = "min", "max"
"""What a word of order says of what is spoken of first."""
OF_DATES = ("date", "origin", "creates", "amends", "year")
"""What is asked or claimed of one thing by a query that has lost the other of two."""
THAN = "que"
TWO = 2


def elder(query: Query, question: Question) -> Query:
    """`query`, with the order of things as the message tells it."""
    named = _dated(question)
    if query.claims and all(one.relation == BEFORE for one in query.claims):
        if len(named) > TWO:
            return _of_several(query, [m.ids[0] for m in named], question)
        if len(query.claims) > 1:
            return query
    elif not _has_lost_one(query, question, named):
        return query
    pair = _pair(query, [m.ids[0] for m in named])
    return _of_two(query, pair, named, question) if pair else query


def _dated(question: Question) -> list[Mention]:
    """What is named that may have a date, each thing once, in the order of the text."""
    some = [m for m in question.mentions if len(m.ids) == 1 and m.kind in DATED]
    return list({m.ids[0]: m for m in sorted(some, key=lambda m: -m.start)}.values())[::-1]


def _of_several(query: Query, named: list[str], question: Question) -> Query:
    """Of each of several things that it is older than the next, where nothing else says so: "TVPA,
    puis JvTA, puis le rapport". Of an order told in other words the dates of all, which tell it."""
    if any(one.denied for one in query.claims) or _signs(question.words):
        return Query("get", "date", subjects=tuple(named))
    pairs = zip(named, named[1:])
    return Query("verify", claims=tuple(Claim(BEFORE, one, (other,)) for one, other in pairs))


def _has_lost_one(query: Query, question: Question, named: list[Mention]) -> bool:
    """Whether a query of the date or the origin of one thing has lost another, from which a word of
    order parts it: "la TVPA est-elle antérieure à la JvTA ?"."""
    alike = len(named) == len(question.mentions) == TWO
    asks = not table().asking_what.isdisjoint(question.words.split())
    about = {query.want, *(one.relation for one in query.claims)}
    if query.act not in ("verify", "get") or not alike or asks or about.isdisjoint(OF_DATES):
        return False
    left, right = named
    between = fold(question.text[left.end : right.start])
    beside = f"{question.text[: left.start]} {between} {question.text[right.end :]}"
    return bool(_touching(between)) and not numbers(fold(beside))


def _pair(query: Query, named: list[str]) -> Optional[tuple[str, str]]:
    """The two things of which an order is told: those that are named, or the only one and the one
    spoken of before; None where there are not two."""
    if len(named) == TWO:
        return named[0], named[1]
    sides = [side for one in query.claims for side in (one.subject, *one.values)]
    lent = [one for one in sides if isinstance(one, str) and one not in named]
    return (named[0], lent[0]) if len(named) == len(lent) == 1 else None


def _of_two(query: Query, pair: tuple[str, str], named: list[Mention], question: Question) -> Query:
    """What is claimed of the order of two things; which is the elder, where it is asked both ways;
    as it is where no word of order stands beside a name."""
    before, after = _around(named, question)
    most = [sign for sign in _signs(question.words) if _is_most(sign, question.words)]
    if len(named) < TWO and most:  # "la plus vieille, c'est la TVPA ?"
        return Query(most[0], "year", select=Select(named[0].kind))
    leads = _touching(before)
    if (
        THAN in after.split()
    ):  # "c'est plus vieux, la TVPA, que la JvTA ?": whom it follows is first
        leads, after = set(), f"{before} {after}"
    signs = leads if leads and not (len(named) == TWO and _signs(after)) else _signs(after)
    one, other = pair[::-1] if signs is leads else pair
    if len(signs) == TWO:
        alike = len(named) == TWO and named[0].kind == named[1].kind
        return Query(OLDER, "year", select=Select(named[0].kind, among=pair)) if alike else query
    if len(signs) != 1:
        return query
    if NEWER in signs:
        one, other = other, one
    denied = bool(query.claims) and query.claims[0].denied
    if not denied and not closed("refusing").isdisjoint(question.words.split()):
        return query  # whether it denies the order is not known
    return Query("verify", claims=(Claim(BEFORE, one, (other,), denied=denied),))


def _is_most(sign: str, words: str) -> bool:
    """Whether a word of order says that something is the oldest, or the newest, of all."""
    said = words.split()
    pairs = zip(zip(said, said[1:]), said[2:])
    return any(" ".join(led) in closed("most") and _signs(word) == {sign} for led, word in pairs)


def _around(named: list[Mention], question: Question) -> tuple[str, str]:
    """The folded words before the first name, and those after it, up to the second if there is."""
    text, first = question.text.replace("’", " ").replace("'", " "), named[0]
    end = named[1].start if len(named) == TWO else len(text)
    return fold(text[: first.start]), fold(text[first.end : end])


def _touching(words: str) -> set[str]:
    """What is said by a word of order that stands just before a name: "plus vieux que la"."""
    said, led = words.split(), False
    while said and said[-1] in closed("limits.joining") | closed("towards"):
        led |= said.pop() in closed("towards")
    touches = said and (led or said[-1] in named("elder")) and _signs(said[-1])
    return _signs(" ".join(said[-TWO:])) if touches else set()


def _signs(words: str) -> set[str]:
    """What folded words say of an order: that what is spoken of first is older, or newer; nothing
    of "aussi ancien", and of "moins ancien" that it is newer."""
    known = {**table().ages, **named("elder")}
    said = ["", *words.split()]
    turned = {OLDER: NEWER, NEWER: OLDER}
    return {
        turned[known[word]] if table().asking.get(before) == "least" else known[word]
        for before, word in zip(said, said[1:])
        if word in known and before not in closed("as_much_as")
    }
