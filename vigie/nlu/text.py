"""One normal form for all matching, with the way back to what the person typed.

Folding: lower case, no accents, ligatures and soft hyphens undone, one kind of apostrophe,
letters repeated for emphasis cut to two. Tokens are runs of letters and digits; "l'USAID"
gives "l", "usaid", and "D.O.J." gives "doj".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Sequence

_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss"}
_WORD = re.compile(r"[a-z](?:\.[a-z])+(?![a-z0-9])|[a-z0-9]+(?:&[a-z0-9]+)?")
_STRETCHED = re.compile(r"([a-z])\1{2,}")


@dataclass(frozen=True)
class Token:
    """A folded word and where it stands in the original text (end excluded)."""

    text: str
    start: int
    end: int
    title: bool
    """Whether its first letter is a capital in the original."""


def clean(text: str) -> str:
    """`text`, line by line, without the surrogates and controls that later steps refuse."""
    if text.isprintable():
        return text
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(" " if unicodedata.category(c) == "Cc" and c != "\n" else c for c in text)


def fold(text: str) -> str:
    """The normal form of `text`, words separated by one space."""
    return " ".join(token.text for token in tokens(text))


@lru_cache(maxsize=2048)
def _parts(char: str) -> str:
    """What a character is folded to: none, one or several."""
    lowered = _LIGATURES.get(char.lower(), char.lower())
    return "".join(
        part.lower()
        for part in unicodedata.normalize("NFKD", lowered)
        if not unicodedata.combining(part) and unicodedata.category(part) != "Cf"
    )


def tokens(text: str) -> list[Token]:
    """The words of `text` in their normal form, with offsets into `text` as given."""
    folded = list(map(_parts, text))
    flat = "".join(folded)
    origin: Sequence[int] = range(len(text))
    if len(flat) != len(text) or "" in folded:  # not one for one, as it mostly is
        origin = [place for place, parts in enumerate(folded) for _ in parts]
    stretched = _STRETCHED.search(flat.replace(".", ""))
    found = []
    for match in _WORD.finditer(flat):
        start = origin[match.start()]
        end = origin[match.end() - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        word = match.group().replace(".", "")
        if stretched:
            word = _STRETCHED.sub(r"\1\1", word)
        found.append(Token(word, start, end, text[start].isupper()))
    return found
