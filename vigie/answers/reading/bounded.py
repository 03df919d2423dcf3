"""What a message says of a number: "plus de dix", "au moins trois", "avant 2005". A query that
claims the number, or counts what it is said of, claims the bound instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.query.model import Argument, Claim, Query, Select, arguments
from vigie.answers.reading.numbers import numbers
from vigie.answers.reading.table import table
from vigie.answers.reading.whether import asks_whether, says_there_is

COUNTED, DATED = ("count", "number"), "year"
YEAR = 4
"""Figures of a year."""
ONE = ("un", "une")
LONGEST = 4
"""Words that stand before or after a number and make it a bound."""
NOT = {"≤": ">", "≥": "<"}
"""What "pas plus de" and "pas moins de" are once their "pas" is heard as a denial."""


def bounded(query: Query, words: str) -> Query:
    """`query` with the bounds that folded `words` say of its numbers."""
    said = bounds(words.split())
    if not said:
        return query
    if query.act == "verify":
        typed = numbers(words)
        return replace(query, claims=tuple(_claimed(one, said, typed) for one in query.claims))
    claim = _counted(query, words, said)
    if claim is not None:
        return Query("verify", claims=(claim,))
    return replace(query, select=_dated(query.select, said)) if query.select else query


def bounds(said: Sequence[str]) -> Mapping[str, str]:
    """Of each number of which a bound is said, in figures, its sign.

    >>> bounds("il y en a plus de dix".split())
    {'10': '>'}
    >>> bounds("une loi d avant 2005".split())
    {'2005': '<'}
    """
    found: dict[str, str] = {}
    for place, word in enumerate(said):
        number = _number(word, said[place + 1 : place + 2])
        known = table().bounds_of_year if len(number) == YEAR else {}
        sign = number and (
            _nearest(said[:place], {**table().bounds, **known}, before=True)
            or _nearest(said[place + 1 :], table().bounds_after, before=False)
        )
        if sign:
            found[number] = sign
    return found


def _number(word: str, following: Sequence[str]) -> str:
    """A number in figures; nothing of "une" in "une dizaine"."""
    if word in ONE:
        return "" if following and numbers(following[0]) else "1"
    return next(iter(numbers(word)), "")


def _nearest(said: Sequence[str], known: Mapping[str, str], before: bool) -> str:
    """The sign of the longest words that are known, right before or after a number."""
    for count in range(min(LONGEST, len(said)), 0, -1):
        some = " ".join(said[-count:] if before else said[:count])
        if some in known:
            return known[some]
    return ""


def _claimed(claim: Claim, said: Mapping[str, str], typed: Sequence[str]) -> Claim:
    """A claim on a number, with its bound. A number that nobody typed is the one that was: a
    heavier reader hears "twelve" in "plus de dix"."""
    if claim.relation not in (*COUNTED, DATED):
        return claim
    guessed = not set(typed).intersection(map(str, claim.values))
    if guessed and len(said) == 1 and len(claim.values) == 1:
        claim = replace(claim, values=tuple(said))
    return replace(claim, values=_values(claim.values, said, claim.denied))


def _values(
    values: Sequence[Argument], said: Mapping[str, str], denied: bool = False
) -> tuple[Argument, ...]:
    signs = {number: NOT.get(sign, sign) if denied else sign for number, sign in said.items()}
    return tuple(
        f"{signs[one]}{one}" if isinstance(one, str) and one in signs else one for one in values
    )


def _dated(select: Select, said: Mapping[str, str]) -> Select:
    """Of what is looked for by its year, the bound of it."""
    conditions = tuple(
        replace(one, values=_values(one.values, said)) if one.key == DATED else one
        for one in select.conditions
    )
    return replace(select, conditions=conditions)


def _counted(query: Query, words: str, said: Mapping[str, str]) -> Optional[Claim]:
    """The claim on how many there are, of a count in which the number has no place, or of such a
    list where yes or no is asked: "y en a-t-il plus de cinq ?", not "cite au moins un rapport"."""
    if len(said) != 1 or not table().asking_what.isdisjoint(words.split()):
        return None
    if query.act == "select" and not (asks_whether(words) or says_there_is(words)):
        return None
    ((number, sign),) = said.items()
    if number in arguments(query) or len(number) == YEAR:
        return None
    if query.act == "get" and query.want == "number" and len(query.subjects) == 1:
        return Claim("number", query.subjects[0], (f"{sign}{number}",))
    if query.act in ("select", "count") and query.select is not None:
        return Claim("count", query.select, (f"{sign}{number}",))
    return None
