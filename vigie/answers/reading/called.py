"""What is called by a noun of its own: "cette campagne", "votre commission", "le ministère-là"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.reading.table import table
from vigie.knowledge.text import fold

SHORT = 3
"""Letters up to which a final s belongs to a word."""


def called(things: Iterable[str], words: str, world: World) -> tuple[str, ...]:
    """Those of the things that the message calls by a noun with which one of their names begins."""
    said = {form for word in words.split() for form in (word, _of_one(word))}
    return tuple(one for one in things if not said.isdisjoint(_calls(one, world)))


def _of_one(word: str) -> str:
    """A noun of several as that of one: "ces commissions"."""
    return word[:-1] if word[-1] in "sx" and len(word) > SHORT else word


def called_first(
    things: Sequence[tuple[str, str]], words: str, world: World
) -> tuple[tuple[str, str], ...]:
    """Things with their kinds, those first that the message calls so."""
    first = set(called((one for one, kind in things if kind != "topic"), words, world))
    return tuple(sorted(things, key=lambda thing: thing[0] not in first))


def pointed_at(
    things: Sequence[tuple[str, str]], words: str, world: World
) -> tuple[tuple[str, str], ...]:
    """Those of the things with their kinds that a noun points at, with the topics: "cette
    commission" is no campaign. None where no noun does."""
    each = words.split()
    after = " ".join(word for one, word in zip(each, each[1:]) if one in table().pointing)
    some = set(called((one for one, kind in things if kind != "topic"), after, world))
    return tuple(pair for pair in things if pair[0] in some or pair[1] == "topic") if some else ()


def the_one_called(shown: Sequence[str], words: str, world: World) -> tuple[tuple[str, str], ...]:
    """The only thing of a list that the message calls so, with its kind: "la commission" of the
    eighteen members."""
    some = called((one for one in shown if one in world.index), words, world)
    return tuple((one, world.kind(one)) for one in some) if len(some) == 1 else ()


def miscalled(query: Query, words: str, world: World) -> bool:
    """Whether it describes something that the message calls otherwise: "le département" is no
    law."""
    if query.act != "describe" or len(query.subjects) != 1:
        return False
    one = str(query.subjects[0])
    return one in world.index and calls_for_another((one,), words, world)


def calls_for_another(things: Iterable[str], words: str, world: World) -> bool:
    """Whether the message calls an office by its noun, and none of the things is called so: "le
    département", where a committee was spoken of."""
    offices = frozenset().union(*table().kinds.values())
    return not offices.isdisjoint(words.split()) and not called(things, words, world)


def _calls(one: str, world: World) -> frozenset[str]:
    entity = world.index.entity(one)
    kind: str = getattr(entity, "kind", "")
    return nouns(entity.name) | table().kinds.get(kind, frozenset())


@lru_cache(maxsize=4096)
def nouns(name: Any) -> frozenset[str]:
    """The words with which the French names of a thing begin."""
    return frozenset(fold(one).split()[0] for one in (name.fr, *name.also) if fold(one))
