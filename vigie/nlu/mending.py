"""A message with its misspelt words mended before anything is read of it.

What is no French word, was hardly ever written by who taught Vigie, and is an edit or two away from
a word that they often write, is that word: "qoui" is "quoi", "subvnetions" "subventions". French is
what spaCy's lemmatizer knows, some 250,000 forms. The encoder knows pieces of words, and a letter
out of place makes others of them: see evaluation/notes/reading.md.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vigie.distress import language
from vigie.knowledge.text import fold
from vigie.nlu.shorthand import SHORTHAND
from vigie.nlu.spelling import Speller, edits

OFTEN, HARDLY = 60, 3
"""Times from which a word of the training data is one that others are taken for; times up to which
one may be misspelt."""
SHORTEST, SHORT = 3, 4
"""Letters of the shortest word that is mended; up to which only two of them may have changed
places: every other short word is near some other."""
FAR = 2
"""Edits at most."""
LONGEST = 120
"""Words of a message up to which it is mended: what has more was not typed in a hurry."""
FRENCH = "fr"
ENDS, APART = ".!?…\n", "'’"
"""What stands before the first word of a sentence, and before a word that is not parted."""
ACCENTED = 0.2
"""How often a word is written with accents, beside without, for that to be how it is spelt."""
_WORD = re.compile(r"[^\W\d_]+")
Known = npt.NDArray[np.uint32]


@dataclass(frozen=True)
class Mended:
    """A text, and where the words stood that were mended in it."""

    text: str
    edits: tuple[tuple[int, int, int], ...] = ()
    """Of each: where it begins in `text`, how long it is there, and how long it was."""

    def typed(self, place: int) -> int:
        """The place in what was typed that a place in `text` comes from."""
        moved = 0
        for start, now, before in self.edits:
            if place >= start + now:
                moved += before - now
            elif place > start:
                return start + moved + min(place - start, before)
        return place + moved


@dataclass(frozen=True)
class Lexicon:
    """What is learned: words, folded, as they are spelt; and checksums of all that are words, the
    lowest first."""

    spelt: Mapping[str, str]
    known: Known


class Mending:
    """Mends texts by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._spelt = lexicon.spelt
        self._known = lexicon.known
        self._speller = Speller(lexicon.spelt)
        self._swapped = {one: word for word in lexicon.spelt for one in _swaps(word)}

    def mended(self, text: str) -> Mended:
        """`text` with its misspelt words mended; as it is where it is not French, or long."""
        if not self._spelt or language(text) != FRENCH:
            return Mended(text)
        found, moved, end = [], [], 0
        words = list(_WORD.finditer(text))
        for match in words if len(words) <= LONGEST else ():
            before = text[: match.start()].rstrip()[-1:] or ENDS[0]
            word = self._word(match.group(), before in ENDS, before in APART)
            if word == match.group():
                continue
            found.append(text[end : match.start()])
            moved.append((sum(map(len, found)), len(word), len(match.group())))
            found.append(word)
            end = match.end()
        return Mended("".join([*found, text[end:]]), tuple(moved))

    def _word(self, word: str, first: bool, apart: bool) -> str:
        """A word as it is spelt; a capital is a name's, but at the beginning of a sentence. A short
        one after an apostrophe may be somebody's acronym: "l'atf"."""
        folded = fold(word)
        if len(folded) < SHORTEST or (not first and word != word.lower()):
            return word
        if folded in SHORTHAND or folded in self._spelt or self._is_known(folded):
            return word
        short = "" if apart else self._swapped.get(folded)
        near = self._speller.mend(folded) if len(folded) > SHORT else short
        if not near or edits(folded, near) > FAR:
            return word
        return self._spelt[near].capitalize() if word.istitle() else self._spelt[near]

    def _is_known(self, folded: str) -> bool:
        place = np.searchsorted(self._known, _sum(folded))
        return bool(place < len(self._known) and self._known[place] == _sum(folded))


def learned(texts: Iterable[str], names: Iterable[str], french: Iterable[str]) -> Lexicon:
    """What texts teach, and what are words beside: those of names, and all that are French."""
    count: Counter[str] = Counter()
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for word in _WORD.findall(text.lower()):
            folded = fold(word)
            count[folded] += 1
            ways[folded][word] += 1
    often = (word for word, times in count.items() if times >= OFTEN and word not in SHORTHAND)
    spelt = {word: _spelt(ways[word]) for word in often}
    seen = (word for word, times in count.items() if times > HARDLY)
    known = {_sum(word) for some in (seen, map(fold, names), map(fold, french)) for word in some}
    return Lexicon(spelt, np.array(sorted(known), np.uint32))


def _spelt(ways: Mapping[str, int]) -> str:
    """How a word is mostly written; with its accents, which are often left out."""
    most = max(ways, key=lambda way: ways[way])
    accented = [way for way in ways if way != fold(way) and ways[way] >= ACCENTED * ways[most]]
    return max(accented, key=lambda way: ways[way], default=most)


def _swaps(word: str) -> Iterator[str]:
    """A short word with two of its letters exchanged."""
    if SHORTEST <= len(word) <= SHORT:
        for n in range(len(word) - 1):
            yield word[:n] + word[n + 1] + word[n] + word[n + 2 :]


def _sum(word: str) -> np.uint32:
    return np.uint32(zlib.crc32(word.encode()))
