"""What a message says of a number: "plus de dix", "au moins trois", "avant 2005". A query that
claims the number, or counts what it is said of, claims the bound instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.query.model import Argument, Claim, Query, Select, arguments
from vigie.answers.reading.closed import closed, named
from vigie.answers.reading.numbers import numbers
from vigie.answers.reading.table import table
from vigie.answers.reading.whether import asks_whether, says_there_is

COUNTED, DATED = ("count", "number"), "year"
YEAR = 4
"""Figures of a year."""
ONE = ("un", "une")
LONGEST = 4
"""Words that stand before or after a number and make it a bound, and words of a number."""
NOT = {">": "≤", "<": "≥"}
"""What "pas plus de" is ("!>"), where its "pas" is not already heard as a denial."""


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
    """Of each number of which a bound is said, in figures, its sign; "!>" of "pas plus de".

    >>> bounds("il y en a plus de dix huit".split())
    {'18': '>'}
    >>> bounds("une loi d avant 2005".split())
    {'2005': '<'}
    """
    found: dict[str, str] = {}
    for first, last, number in _numbers(said):
        known = named("bounds.before_year") if len(number) == YEAR else {}
        sign = _nearest(said[:first], {**named("bounds.before"), **known}, before=True)
        after = (
            said[last + 1 :] if said[last : last + 1] and _is_counted(said[last]) else said[last:]
        )
        sign = sign or _nearest(after, named("bounds.after"), before=False)
        if sign:
            found[number] = sign
    return found


def _numbers(said: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where each number stands, from the first word to after the last, and it in figures: "dix
    huit" is one; "une" in "une dizaine" is none."""
    place = 0
    while place < len(said):
        if not _begins_number(said[place]):
            place += 1
            continue
        end = place + 1
        while end - place < LONGEST and end < len(said) and _one_number(said[place : end + 1]):
            end += 1
        some = numbers(" ".join(said[place:end]))
        lone = said[place] in ONE and not (end < len(said) and numbers(said[end]))
        if some or lone:
            yield place, end, some[0] if some else "1"
        place = end


def _begins_number(word: str) -> bool:
    """Whether a number may begin with a word; few do, and most messages hold none."""
    spelled = word in table().numbers or word in table().thousand
    return spelled or word in ONE or any(map(str.isdigit, word))


def _one_number(words: Sequence[str]) -> bool:
    spelled = all(word in table().numbers or word in table().thousand for word in words)
    return spelled and len(numbers(" ".join(words))) == 1


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
    fit = {one: sign for one, sign in said.items() if claim.relation != DATED or len(one) == YEAR}
    guessed = not set(typed).intersection(map(str, claim.values))
    if guessed and len(fit) == 1 and len(claim.values) == 1:
        claim = replace(claim, values=tuple(fit))
    return replace(claim, values=_values(claim.values, fit, claim.denied))


def _values(
    values: Sequence[Argument], said: Mapping[str, str], denied: bool = False
) -> tuple[Argument, ...]:
    signs = {number: _sign(sign, denied) for number, sign in said.items()}
    return tuple(
        f"{signs[one]}{one}" if isinstance(one, str) and one in signs else one for one in values
    )


def _sign(sign: str, denied: bool) -> str:
    """A sign as a bound is written; a "pas" that the claim has already is not heard twice."""
    if not sign.startswith("!"):
        return sign
    return sign[1:] if denied else NOT[sign[1:]]


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
    spoken = words.split()
    if len(said) != 1 or not closed("bounds.asking").isdisjoint(spoken) or not _of_things(spoken):
        return None
    if query.act == "select" and not (asks_whether(words) or says_there_is(words)):
        return None
    ((number, sign),) = said.items()
    if number in arguments(query) or len(number) == YEAR:
        return None
    value = f"{_sign(sign, False)}{number}"
    if query.act == "get" and query.want == "number" and len(query.subjects) == 1:
        return Claim("number", query.subjects[0], (value,))
    if query.act in ("select", "count") and query.select is not None:
        return Claim("count", query.select, (value,))
    return None


def _is_counted(word: str) -> bool:
    """Whether a word is a noun of what is counted: "dix membres au moins"."""
    return len(word) > LONGEST and word in closed("bounds.counted")


def _of_things(spoken: Sequence[str]) -> bool:
    """Whether the number is one of things, and of no years or hours: "pour les moins de 18 ans"."""
    after = [spoken[last] if last < len(spoken) else "" for _, last, _ in _numbers(spoken)]
    return all(one == "" or one in closed("bounds.counted") for one in after)
