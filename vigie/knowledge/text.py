"""The form in which two names are the same name: no case, accents, hyphens or small words."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_WORD = re.compile(r"[a-z0-9]+")
_SMALL_WORDS = "a au aux d de des du en et l la le les pour sur un une the of to and in on s"
_SMALL = frozenset(_SMALL_WORDS.split())


def fold(text: str) -> str:
    """`text` in lower case, without accents, its words separated by one space."""
    spread = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    plain = "".join(char for char in spread if not unicodedata.combining(char))
    return " ".join(_WORD.findall(plain))


def key(name: str) -> str:
    """`name` folded and without articles and prepositions; the folded name if nothing remains."""
    folded = fold(name)
    return " ".join(word for word in folded.split() if word not in _SMALL) or folded
