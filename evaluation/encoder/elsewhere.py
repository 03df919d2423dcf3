"""What people wrote, after something else than what it followed: lessons for what writes queries,
of which nobody wrote the two halves together.

The corpus has each question after one thing or after nothing, while in a talk it may come after
anything. A question that says all that it asks asks the same wherever it stands; one that leans on
what was said before asks of another thing where another stands in the place that it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Optional

import numpy as np

from evaluation.encoder.turn import Turn
from vigie.answers.query.form import fill
from vigie.answers.query.model import FACTS, UNKNOWN, Query, arguments
from vigie.answers.query.signature import faults
from vigie.answers.query.world import World
from vigie.answers.question import Focus
from vigie.answers.reading.context import stack
from vigie.answers.reading.said import SHOWN
from vigie.nlu.taught import SPOKEN_OF

WHOLE = 0.6
"""Share of the questions that say all they ask which are asked again after something else."""
TIMES = {"index": 3, "subst": 2, "pronoun": 2, SPOKEN_OF: 2}
"""How often one that leans, in each of these ways, is tried after something else."""
TRIED = 20
"""Contexts among which one is sought that fits."""
FEWEST_WORDS = 4
"""Of a question that says all it asks: a shorter one may lean on what was said before."""
MOST_WORDS = 3
"""Of a message that only names another thing ("et la Justice ?"), beside the name."""
ASIDE = ("vague", "told")
"""Acts of which it is not known whether they would be the same elsewhere."""
ABOUT_ONE = ("describe", "get", "verify")
"""Acts in which one thing may take the place of another without a word."""
PLACES = (
    (0, r"1ère?|1er|1re|premi[eè]re?"),
    (1, r"2e|2[eè]me|2nde?|deuxi[eè]me|seconde?"),
    (2, r"3e|3[eè]me|troisi[eè]me"),
    (3, r"4e|4[eè]me|quatri[eè]me"),
    (4, r"5e|5[eè]me|cinqui[eè]me"),
    (-2, r"avant[ -]derni[eè]re?"),
    (-1, r"(?<!avant[ -])derni[eè]re?"),
)
"""Places in a list, and how they are said."""
_PLACES = tuple((place, re.compile(rf"\b(?:{said})\b")) for place, said in PLACES)
_WORD = re.compile(r"\w+")


Moved = Callable[[Turn, Focus, World], Optional[Query]]
"""What a turn means after something else; None where nobody can tell."""


def elsewhere(turns: Sequence[Turn], world: World) -> Iterator[Turn]:
    """Turns after what other turns followed, with what they mean there."""
    chance = np.random.default_rng(0)
    contexts = [turn.focus for turn in turns if turn.focus.queries]
    for turn in turns:
        if _says_all(turn, world):
            if chance.random() < WHOLE:
                yield replace(turn, focus=contexts[chance.integers(len(contexts))])
            continue
        move = _MOVES.get(turn.link)
        for _ in range(TIMES[turn.link] if move else 0):
            some = (contexts[place] for place in chance.integers(len(contexts), size=TRIED))
            found = ((one, move(turn, one, world)) for one in some) if move else ()
            yield from [replace(turn, focus=one, query=q) for one, q in found if q][:1]


def _says_all(turn: Turn, world: World) -> bool:
    """Whether a question asks the same whatever was said before it."""
    if turn.query.act in ASIDE:
        return False
    if turn.query.act not in FACTS:
        return turn.link == "new"
    long = len(_WORD.findall(turn.text)) >= FEWEST_WORDS
    return turn.link == "new" and long and not _unnamed(turn, world)


def _unnamed(turn: Turn, world: World) -> tuple[str, ...]:
    """What a turn asks about without naming it."""
    held = (one for one in arguments(turn.query) if one in world.index or _outside(one))
    return tuple(dict.fromkeys(one for one in held if one not in turn.named))


def _outside(one: str) -> bool:
    return one.startswith(UNKNOWN) and one != UNKNOWN


def _picked(turn: Turn, other: Focus, world: World) -> Optional[Query]:
    """ "Le troisième", of another list."""
    unnamed = _unnamed(turn, world)
    shown = turn.focus.shown
    if len(unnamed) != 1 or unnamed[0] not in shown:
        return None
    said = [place for place, pattern in _PLACES if pattern.search(turn.text.lower())]
    at = shown.index(unnamed[0])
    if len(said) != 1 or said[0] % len(shown) != at or _leans_on_more(turn, unnamed[0]):
        return None
    if not 1 < len(other.shown) <= SHOWN or not -len(other.shown) <= said[0] < len(other.shown):
        return None
    return _with(turn.query, {unnamed[0]: other.shown[said[0]]}, world)


def _of_it(turn: Turn, other: Focus, world: World) -> Optional[Query]:
    """A pronoun for the only thing of which was spoken, where another was."""
    unnamed, it, new = _unnamed(turn, world), _only(turn.focus, world), _only(other, world)
    if len(unnamed) != 1 or it != unnamed[0] or not new or _leans_on_more(turn, it):
        return None
    return _with(turn.query, {it: new}, world)


def _of_what_was_spoken_of(turn: Turn, other: Focus, world: World) -> Optional[Query]:
    """What stands for something in an example that nothing stands before."""
    new = _only(other, world)
    return _with(turn.query, {SPOKEN_OF: new}, world) if new else None


def _leans_on_more(turn: Turn, it: str) -> bool:
    """Whether a question takes more from the one before it than the thing that it is about."""
    before = stack(turn.focus)[0]
    same = {*arguments(turn.query)} & {*arguments(before)} - {it}
    return bool(same) or (bool(before.want) and before.want == turn.query.want)


def _instead(turn: Turn, other: Focus, world: World) -> Optional[Query]:
    """ "Et la Justice ?" after another question about one thing."""
    named = [one for one in turn.named if one in world.index]
    words = len(_WORD.findall(turn.beside))
    it, new = _only(turn.focus, world), _only(other, world)
    if len(named) != 1 or words > MOST_WORDS or not it or not new or named[0] in (it, new):
        return None
    asked, asks = stack(turn.focus)[0], stack(other)[0]
    if {asked.act, asks.act} - {*ABOUT_ONE}:
        return None
    if _with(asked, {it: named[0]}, world) != turn.query:
        return None
    return _with(asks, {new: named[0]}, world)


_MOVES: Mapping[str, Moved] = {
    "index": _picked,
    "pronoun": _of_it,
    "subst": _instead,
    SPOKEN_OF: _of_what_was_spoken_of,
}


def _only(focus: Focus, world: World) -> str:
    """The only thing of which was spoken last; nothing if there are several."""
    if not focus.queries or len(focus.shown) > 1:
        return ""
    named = {one for query in stack(focus)[:1] for one in arguments(query) if one in world.index}
    things = {*named, *focus.shown}
    return things.pop() if len(things) == 1 else ""


def _with(query: Query, instead: Mapping[str, str], world: World) -> Optional[Query]:
    """A query with other things in it; None where that is none, or cannot be told."""
    if fill(query, lambda slot: slot.held, every=True) != query:
        return None  # it holds more than is put back
    kinds = [world.kind(one) for one in instead if one in world.index]
    if any(world.kind(new) != kind for new, kind in zip(instead.values(), kinds)):
        return None
    found = fill(query, lambda slot: instead.get(slot.held, slot.held), every=True)
    return None if found is None or found == query or faults(found, world) else found
