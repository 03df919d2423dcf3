"""One closed class of operators.yml by its name: what a single rule of the reading looks into."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import yaml

from vigie.answers.reading.table import FILE


@lru_cache(maxsize=1)
def _classes() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return read


@cache
def closed(name: str) -> frozenset[str]:
    """The folded words, or groups of words, of a class; KeyError for one that the table has not.

    >>> "classe" in closed("arranges")
    True
    """
    return frozenset(_classes()[name])
