"""Find in a message the things that the knowledge names, whatever their spelling.

Three passes over the folded words, the surest first, and never two on the same words:
exact sequences, sequences that sound the same, then words mended toward those of the names. A form
shared by several entities keeps them all as candidates, so that the answer can ask.
"""

from __future__ import annotations

from typing import Iterable, Iterator, Sequence

from vigie.knowledge.sound import sound
from vigie.nlu.homonyms import means
from vigie.nlu.mentions import SMALL_WORDS, Form, Mention, content
from vigie.nlu.shorthand import SHORTHAND
from vigie.nlu.spelling import Speller
from vigie.nlu.text import Token

SHORTEST_ALONE = 5
"""A single word with fewer letters must be spelled exactly: DoS, DoT and DoI are neighbours."""
ACRONYM = 4
"""Acronyms of so many letters bear a swap of two letters; shorter ones are too near each other."""
MOST_SMALL_WORDS = 3
"""Articles and prepositions allowed inside a name beyond those it has."""
_NO_NAMES = frozenset(
    "travaille travailles travaillent travailler travaillait travaillaient autant".split()
)
"""Words that sound like a name and are none."""


_SEVERAL = frozenset("les ces des quelles quels leurs toutes tous plusieurs deux trois".split())
"""What stands before several things."""


class NameMatcher:
    """All the forms, ready to be looked up; the cost of a look-up does not grow with them."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._exact: dict[tuple[str, ...], list[Form]] = {}
        self._sounds: dict[tuple[str, ...], list[Form]] = {}
        for form in forms:
            words = content(form.words) or form.words
            self._exact.setdefault(words, []).append(form)
            if sum(map(len, words)) > 4:
                self._sounds.setdefault(tuple(map(sound, words)), []).append(form)
        self._acronyms = {
            (words[0][0], "".join(sorted(words[0]))): words[0]
            for words in self._exact
            if len(words) == 1 and len(words[0]) == ACRONYM
        }
        self._exact_lengths = _lengths(self._exact)
        self._sound_lengths = _lengths(self._sounds)
        self._speller = Speller(word for words in self._exact for word in words)

    def find(self, tokens: Sequence[Token]) -> list[Mention]:
        """The mentions in `tokens`, in the order of the text."""
        positions = [i for i, token in enumerate(tokens) if token.text not in SMALL_WORDS]
        words = [tokens[i].text for i in positions]
        mended = [self._mend(word) for word in words]
        sounds = [sound(SHORTHAND.get(word, word)) for word in words]
        passes = (
            (words, self._exact, self._exact_lengths),
            (sounds, self._sounds, self._sound_lengths),
            (mended, self._exact, self._exact_lengths),
        )
        taken: set[int] = set()
        found: list[Mention] = []
        for rank, (spelled, table, lengths) in enumerate(passes):
            for start, length in _spans(spelled, lengths, taken):
                key = tuple(spelled[start : start + length])
                if rank and _NO_NAMES.intersection(words[start : start + length]):
                    continue  # "travaille" sounds like "Travail", "autant" like "OTAN"
                if rank == 1 and length == 1 and len(words[start]) < SHORTEST_ALONE:
                    continue
                first, last = positions[start], positions[start + length - 1]
                small = last - first + 1 - length
                forms = [
                    f
                    for f in table.get(key, ())
                    if means(f, first, last, tokens)
                    and small <= f.small + MOST_SMALL_WORDS
                    and not (rank and _is_several(f, first, tokens))
                    and (small or not f.linked)
                ]
                if forms:
                    taken.update(range(start, start + length))
                    found.append(_mention(forms, first, last, tokens))
        return sorted(found, key=lambda mention: mention.start)

    def _anagram(self, word: str) -> str:
        """The acronym that two swapped letters hide: "PIFT"."""
        return self._acronyms.get((word[0], "".join(sorted(word))), word)

    def _mend(self, word: str) -> str:
        """A word of the names for its misspelling; "lusaid" and "detat" lack an apostrophe."""
        if (
            word not in self._speller
            and word[0] in "ld"
            and len(word) >= SHORTEST_ALONE
            and word[1:] in self._speller
        ):
            return word[1:]
        if len(word) < SHORTEST_ALONE:
            return self._anagram(word)
        return self._speller.mend(word) or word


Lengths = dict[str, tuple[int, ...]]
"""For the first word of a name, how many words such names have."""


def _lengths(table: Iterable[tuple[str, ...]]) -> Lengths:
    found: dict[str, set[int]] = {}
    for words in table:
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(lengths) for word, lengths in found.items()}


def _spans(words: Sequence[str], lengths: Lengths, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Starts and lengths that begin like a name and are still free, the longest first; `taken`
    may grow meanwhile."""
    possible = [
        (-length, start)
        for start, word in enumerate(words)
        for length in lengths.get(word, ())
        if start + length <= len(words)
    ]
    for negative, start in sorted(possible):
        if not taken.intersection(range(start, start - negative)):
            yield start, -negative


def _is_several(form: Form, first: int, tokens: Sequence[Token]) -> bool:
    """Whether a message speaks of several things as one of them is called: "les lois contre la
    traite" sounds like the name of one."""
    head = (content(form.words) or form.words)[0]
    before = tokens[first - 1].text if first else ""
    return tokens[first].text == f"{head}s" and before in _SEVERAL


def _mention(forms: list[Form], first: int, last: int, tokens: Sequence[Token]) -> Mention:
    strengths = ("full", "bare", "generic")
    best = min(forms, key=lambda form: strengths.index(form.strength))
    ids = tuple(
        dict.fromkeys(i for form in forms if form.strength == best.strength for i in form.ids)
    )
    return Mention(
        ids, best.kind, tokens[first].start, tokens[last].end, best.strength, first, last + 1
    )
