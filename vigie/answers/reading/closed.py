"""The closed classes of operators.yml by their names: each rule looks into its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

import yaml

from vigie.answers.reading.table import FILE, by_word


@lru_cache(maxsize=1)
def _classes() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return read


def _class(path: str) -> Any:
    """What stands under a name, or under names one within another: "limits.joining"."""
    found: Any = _classes()
    for name in path.split("."):
        found = found[name]
    return found


@cache
def closed(path: str) -> frozenset[str]:
    """The folded words, or groups of words, of a class; KeyError for one that the table has not.

    >>> "classe" in closed("arranges")
    True
    """
    return frozenset(_class(path))


@cache
def named(path: str) -> Mapping[str, str]:
    """The name under which each word stands of several classes.

    >>> named("elder")["posterieur"]
    'max'
    """
    return by_word(_class(path))


@cache
def grouped(path: str) -> Mapping[str, tuple[str, ...]]:
    """What stands beside each word, or under each name."""
    return {name: tuple(words) for name, words in _class(path).items()}


@cache
def paired(path: str) -> Mapping[str, str]:
    """The one thing that stands beside each word."""
    found: Mapping[str, str] = _class(path)
    return found


def says(phrases: Iterable[str], words: str) -> bool:
    """Whether folded words have one of some phrases among them.

    >>> says(["y a que"], "il n y a que lui"), says(["a que"], "il y a quelqu un")
    (True, False)
    """
    said = f" {words} "
    return any(f" {one} " in said for one in phrases)
