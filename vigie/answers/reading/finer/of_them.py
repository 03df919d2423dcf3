"""What is asked of the few of whom was just spoken: « le HHS et le DHS. Ne mènent-ils pas de
campagne ? » is not asked of the HHS alone, nor « qui siège dans ces comités ? » of the first."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack
from vigie.answers.reading.finer.of_the_two import NUMBERS, TWO, pair
from vigie.answers.reading.numbers import numbers, places
from vigie.answers.reading.table import table

MOST, MOST_ASKED = 3, 8
"""Things of which each is told in one reply, and of which one attribute is."""
PLURAL = "s"


def of_them(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, of all the things that were just told or named, where it asks something of one of
    them and the message, which names none and picks none by its place, speaks of several."""
    both = _says_both(question.words)
    some = tuple(one for one in focus.shown if one in world.index)
    some = pair(focus, world) if both and len(some) != TWO else some
    kinds = {world.kind(one) for one in some}
    if len(kinds) != 1 or len(some) < TWO or places(question.words):
        return query
    if any(one in question.ids() for one in some):
        return query
    words = question.words.split()
    all_told = (
        both or _counts(words, len(some)) or (query.act == "get" and _of_a_list(words, focus))
    )
    shown = all_told or _shows(words, kinds.pop())
    if query.act in ("get", "select") and len(some) <= MOST_ASKED and shown:
        return _of_all(query, some)
    they = all_told or not closed("they").isdisjoint(words)
    return _claimed_of_all(query, some) if they and len(some) <= MOST else query


def _claimed_of_all(query: Query, some: tuple[str, ...]) -> Query:
    """What is claimed of one of several things, or that somebody does of it, as claimed of all."""
    if query.act != "verify" or len(query.claims) != 1:
        return query
    (claim,) = query.claims
    if claim.only or claim.whole:
        return query
    if claim.subject in some:
        return replace(query, claims=tuple(replace(claim, subject=one) for one in some))
    if len(claim.values) == 1 and claim.values[0] in some:
        return replace(query, claims=tuple(replace(claim, values=(one,)) for one in some))
    return query


def _counts(words: list[str], count: int) -> bool:
    """Whether words say how many things they mean, and there are as many: "les trois"."""
    places = (n for n, word in enumerate(words) if n and words[n - 1] in closed("these"))
    return any(str(count) in numbers(words[n]) and _of_things(words, n) for n in places)


def _of_things(words: list[str], place: int) -> bool:
    """Whether a number is of all those of whom it is said: not of one of them ("un seul des
    deux"), nor of something else ("tous les deux ans", "dans les deux cas")."""
    others = set(words[place + 1 : place + 2]) & closed("not_things")
    return not others and closed("only_one").isdisjoint(words[max(0, place - 3) : place])


def _says_both(words: str) -> bool:
    """Whether folded words mean two things together."""
    each = words.split()
    two = (place for place, word in enumerate(each) if word in NUMBERS)
    return says(closed("both"), words) and all(_of_things(each, place) for place in two)


def _of_a_list(words: list[str], focus: Focus) -> bool:
    """Whether "ça" is said of a list, right after it: "ça sort quand ?" of three reports."""
    last = next(iter(stack(focus)), None)
    listed = last is not None and last.act in ("select", "count")
    return listed and not closed("it_all").isdisjoint(words) and closed("one_of").isdisjoint(words)


def _of_all(query: Query, some: tuple[str, ...]) -> Query:
    """What is asked of some of several things, or by some of them, as what is of all."""
    if query.act == "get":
        return replace(query, subjects=some) if set(query.subjects) <= set(some) else query
    select = query.select
    if select is None or len(select.conditions) != 1:
        return query
    (one,) = select.conditions
    by_them = set(one.values) <= set(some)
    conditions = (replace(one, values=some),) if by_them else select.conditions
    return replace(query, select=replace(select, conditions=conditions))


def _shows(words: list[str], kind: str) -> bool:
    """Whether words show several things of a kind: "ces comités"."""
    return any(
        shown in table().pointing
        and shown.endswith(PLURAL)
        and noun.endswith(PLURAL)
        and kind in (table().sorts.get(noun), table().sorts.get(noun.removesuffix(PLURAL)))
        for shown, noun in zip(words, words[1:])
    )
