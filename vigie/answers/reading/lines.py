"""Lines that are read again and again while one message is understood: forms, and the queries that
a conversation keeps."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Optional

from vigie.answers.query.line import LineError, read
from vigie.answers.query.model import UNKNOWN, Query

LINES = 8192
"""Lines of which the query is remembered: one reading asks for the same thirty times."""
_TYPED = re.compile(rf"{UNKNOWN}|(?<!\w)\d")
"""A name or a number as somebody typed it: of a line that holds one nothing is kept."""


def query_in(line: str) -> Optional[Query]:
    """The query, or the form, that a line writes; None of one that an older version kept."""
    return _read(line) if _TYPED.search(line) else _remembered(line)


def _read(line: str) -> Optional[Query]:
    try:
        return read(line)
    except LineError:
        return None


_remembered = lru_cache(maxsize=LINES)(_read)
