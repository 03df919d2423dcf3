"""Mend a misspelt word toward a given vocabulary, at a cost that does not grow with it.

Symmetric deletes: two words at one edit share a form with one letter less, so a dictionary
of such forms finds the neighbours of a word without comparing it with every other.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Iterable, Iterator, Optional

from rapidfuzz.distance import DamerauLevenshtein

from vigie.knowledge.sound import sound
from vigie.nlu.shorthand import SHORTHAND

SHORTEST = 5
"""Words with fewer letters are never mended: too many real words lie one letter away."""
LONG = 8
"""From this length on, two edits are accepted instead of one."""


class Speller:
    """Knows a vocabulary of folded words."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._words = set(vocabulary)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._by_delete: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            if len(word) >= 4:
                self._by_sound[sound(word)].append(word)
            if len(word) >= SHORTEST:
                for shorter in _deletes(word):
                    self._by_delete[shorter].append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def knows(self, word: str) -> bool:
        """Whether `word` is in the vocabulary, or near enough to a word of it."""
        return self.mend(word) is not None

    def mend(self, word: str) -> Optional[str]:
        """The vocabulary's word that `word` most likely is; None when nothing is near."""
        if word in self._words:
            return word
        word = SHORTHAND.get(word, word)
        if word in self._words:
            return word
        if len(word) < 4:
            return None
        same_sound = self._by_sound.get(sound(word))
        if same_sound:
            return min(
                same_sound, key=lambda known: (DamerauLevenshtein.distance(word, known), known)
            )
        return self._near(word)

    def _near(self, word: str) -> Optional[str]:
        if len(word) < SHORTEST:
            return None
        edits = 2 if len(word) >= LONG else 1
        near = {known for shorter in _deletes(word) for known in self._by_delete.get(shorter, ())}
        scored = [
            (DamerauLevenshtein.distance(word, known), known)
            for known in near
            if known[0] == word[0] or len(word) >= LONG
        ]
        best = min(scored, default=None)
        return best[1] if best and best[0] <= edits else None


def edits(one: str, other: str) -> int:
    """Letters to change, add, drop, or exchange with their neighbour between two words."""
    return DamerauLevenshtein.distance(one, other)


def _deletes(word: str) -> Iterator[str]:
    yield word
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]
