"""Cut a text that is too long: at lines and sentences, never inside a URL or a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Fits = Callable[[str], bool]

_ATOM = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|\S+@\S+"
    # 10 000, 01 23 45 67 89, 1-888-373-7888, 3,5, 2016/17: groups that belong together; no more
    # than ten, so that a column of numbers can be cut somewhere.
    r"|\+?\(?\d+(?:(?:[ \u00a0\u202f]|[-.,:/()][ \u00a0\u202f]?)\(?\d+\)?){0,9}"
)
_LINE = re.compile(r"\s*\n\s*")
_SENTENCE = re.compile(r"(?<=[.!?…»])[ ]+")
_CLAUSE = re.compile(r"(?<=[,;:])[ ]+")
_WORD = re.compile(r"[ ]+")
_PREFERRED = ((_LINE, 0.4), (_SENTENCE, 0.4), (_LINE, 0.0), (_CLAUSE, 0.4), (_WORD, 0.0))
"""Where to cut, the best first, and the share of the room that must be filled at least."""


def split(text: str, fits: Fits) -> list[str]:
    """The pieces of `text`, each of which `fits`; together they hold all of it.

    Args:
        text: what is to be said.
        fits: whether a piece may be sent; must hold for whatever begins a text that fits.
    """
    pieces = []
    rest = text.strip()
    while rest:
        end = len(rest) if fits(rest) else _cut(rest, fits)
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return pieces


def _cut(text: str, fits: Fits) -> int:
    """Where the first piece of `text` ends: as far as it fits, at the best place."""
    room = _room(text, fits)
    atoms = [match.span() for match in _ATOM.finditer(text[: room + 4_096])]
    for pattern, share in _PREFERRED:
        places = [p for p in _places(pattern, text, room, atoms) if p >= share * room]
        if places:
            return places[-1]
    return _before_atom(room, atoms) or room


def _room(text: str, fits: Fits) -> int:
    """How many letters from the start of `text` fit; at least one, so that cutting ends."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle]) else (low, middle - 1)
    return low


def _places(
    pattern: re.Pattern[str], text: str, room: int, atoms: list[tuple[int, int]]
) -> Iterator[int]:
    for match in pattern.finditer(text, 0, min(len(text), room + 1)):
        place = match.start()
        if 0 < place <= room and not any(start < place < end for start, end in atoms):
            yield place


def _before_atom(room: int, atoms: list[tuple[int, int]]) -> int:
    """`room`, or the start of the URL or number that it falls into; 0 when that is the start."""
    return next((start for start, end in atoms if start < room < end), room)
