"""The form in which two names are the same name: no case, accents, hyphens or small words."""

from __future__ import annotations

import re
import unicodedata
from typing import Optional

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})


class _Marks(dict[int, Optional[int]]):
    """A table for `str.translate` that takes accents away; it fills as characters are met."""

    def __missing__(self, code: int) -> Optional[int]:
        kept = None if unicodedata.combining(chr(code)) else code
        return self.setdefault(code, kept)


_MARKS = _Marks()
_WORD = re.compile(r"[a-z0-9]+")
_SMALL_WORDS = "a au aux d de des du en et l la le les pour sur un une the of to and in on s"
SMALL = frozenset(_SMALL_WORDS.split())
"""Words that no name is made of alone."""


def fold(text: str) -> str:
    """`text` in lower case, without accents, its words separated by one space."""
    text = text.lower().translate(_LIGATURES)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_MARKS)
    return " ".join(_WORD.findall(text))


def key(name: str) -> str:
    """`name` folded and without articles and prepositions; the folded name if nothing remains."""
    folded = fold(name)
    return " ".join(word for word in folded.split() if word not in SMALL) or folded
