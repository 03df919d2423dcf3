"""The words of the cues: which items of which cues a word of a message can stand for.

An item is written a/b*/c: words, and stems that end with a star. A long word that is in no item
is also recognised with one slip of the finger: a letter too many, too few, or another.
"""

from __future__ import annotations

import re
from functools import cache

from vigie.distress.words import words

_LONG_ENOUGH = 7
"""Letters from which a word is recognised with one slip."""
_LONGEST_STEM = 10
_BEGINNING = 5
"""Letters by which most words are told apart."""
_MEMBER = re.compile(r"[\w']+\*?")
_GLUED = re.compile(r"[mlnstd][aeiou]\w{3}")
"""A word before which a letter lost its apostrophe: "il menferme"."""

Table = dict[str, list[int]]
Items = tuple[int, ...]


class CueError(ValueError):
    """A line of a cue file that cannot be read; the message names file and line."""


class Lexicon:
    """Words and stems, each with the numbers of the items that they belong to."""

    def __init__(self) -> None:
        self.words: Table = {}
        self.stems: Table = {}
        self._lengths: list[int] = []
        self._slipped_words: Table = {}
        self._slipped_stems: Table = {}
        self._beginnings: frozenset[str] = frozenset()
        self._known: dict[str, Items] = {}

    def add(self, member: str, item: int) -> None:
        """Enter a word or stem of an item."""
        table = self.stems if member.endswith("*") else self.words
        for form in _forms(member):
            table.setdefault(form, []).append(item)

    def close(self) -> None:
        """Prepare the look-up, when all is entered."""
        self._lengths = sorted({len(stem) for stem in self.stems})
        self._slipped_words = _slips(self.words)
        self._slipped_stems = _slips(self.stems)
        self._beginnings = frozenset(
            slip[:_BEGINNING]
            for table in (self._slipped_words, self._slipped_stems)
            for slip in table
        )
        self._known = {word: self._as_written(word) for word in self.words}

    def read(self, message: list[str]) -> list[Items]:
        """What each word of `message` can stand for; a word with a lost apostrophe makes two."""
        found: list[Items] = []
        for word in message:
            items = self._known.get(word) or self._as_written(word) or self._with_a_slip(word)
            if not items and _GLUED.match(word):
                items = self._as_written(word[1:])
                if items:
                    found.append(self._as_written(word[0]))
            found.append(items)
        return found

    def _as_written(self, word: str) -> Items:
        """The items that `word` stands for as it is."""
        items = list(self.words.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            items.extend(self.stems.get(word[:length], ()))
        return tuple(dict.fromkeys(items))

    def _with_a_slip(self, word: str) -> Items:
        """The items that `word` would stand for without one slip."""
        items: list[int] = []
        if len(word) < _LONG_ENOUGH:
            return ()
        # Most words begin like none of ours, whichever letter is left out.
        if not self._beginnings.isdisjoint(_without_one(word[: _BEGINNING + 1])):
            for slip in _without_one(word):
                items.extend(self._slipped_words.get(slip, ()))
            for end in range(_LONG_ENOUGH, min(len(word), _LONGEST_STEM) + 1):
                for slip in _without_one(word[:end]):
                    items.extend(self._slipped_stems.get(slip, ()))
        return tuple(dict.fromkeys(items))


@cache
def _forms(member: str) -> tuple[str, ...]:
    """The forms of `member`: what a stem in -c sounds like depends on what follows it."""
    folded = words(member.rstrip("*")) if _MEMBER.fullmatch(member) else []
    if len(folded) != 1:
        raise CueError(f"{member!r} would never match as it stands")
    form = folded[0]
    return (form, form[:-1] + "s") if member.endswith("c*") else (form,)


def _slips(table: Table) -> Table:
    """The long words of `table` without one letter, each with the items of its word."""
    found: Table = {}
    for word, items in table.items():
        if len(word) >= _LONG_ENOUGH:
            for slip in _without_one(word):
                found.setdefault(slip, []).extend(items)
    return found


def _without_one(word: str) -> set[str]:
    """`word`, and `word` without one of its letters other than the first."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}
