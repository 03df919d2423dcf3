"""When two words are taken for one: "lois" and "loi", "obtient" and "obtiennent"."""

from __future__ import annotations

import re

from vigie.knowledge.text import fold

ALIKE, LEAST = 5, 3
"""First letters by which two words are one, and letters up to which a final s belongs to a word."""
_WORD = re.compile(r"\w+")


def singular(word: str) -> str:
    """A folded word without the s or x of several.

    >>> singular("lois"), singular("les")
    ('loi', 'les')
    """
    return word[:-1] if len(word) > LEAST and word[-1] in "sx" else word


def stem(word: str, letters: int = ALIKE) -> str:
    """What a folded word begins with, be it one or several.

    >>> stem("lois"), stem("inspecteurs")
    ('loi', 'inspe')
    """
    return singular(word)[:letters]


def stems(text: str) -> set[str]:
    """The same of all words of a text as it is typed."""
    return {stem(word) for word in _WORD.findall(fold(text))}
