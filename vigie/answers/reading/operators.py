"""The operators of a message: small words that a right reading accounts for ("sauf", "combien")."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from vigie.answers.query.line import arguments
from vigie.answers.query.model import Query
from vigie.answers.query.relations import World
from vigie.answers.query.tags import tags

_FILE = Path(__file__).with_suffix(".yml")


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, str], Mapping[str, frozenset[str]]]:
    """Operators by word, and by operator the tags that account for it."""
    entries = yaml.safe_load(_FILE.read_text("utf-8"))
    words = {word: name for name, entry in entries.items() for word in entry["words"]}
    return words, {name: frozenset(entry["used_by"]) for name, entry in entries.items()}


def operators(words: str) -> frozenset[str]:
    """The operators among folded words."""
    table, _ = _table()
    return frozenset(table[word] for word in words.split() if word in table)


def unaccounted(found: frozenset[str], query: Query, world: World, leans: str = "") -> int:
    """How many of the operators found a query leaves without account; `leans` tells on what of
    the conversation it rests ("narrow")."""
    if not found:
        return 0
    has = {*tags(query), f"leans:{leans}"}
    for one in arguments(query):
        if one in world.index:
            has.add(f"kind:{world.index.kind(world.index.entity(one))}")
    _, used_by = _table()
    return sum(not used_by[name].intersection(has) for name in found)
