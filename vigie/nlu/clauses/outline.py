"""A message as the cutting sees it: words with names masked, and the marks between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from vigie.nlu.mentions import Mention
from vigie.nlu.shorthand import written_out
from vigie.nlu.text import Token

EDGE = "#"
ASKING = frozenset(
    "qui que quoi quel quelle quels quelles lequel laquelle lesquels lesquelles combien quand "
    "comment pourquoi auquel duquel".split()
)
LINKS = frozenset("et e epi pis ak ou puis mais aussi ni ainsi ensuite enfin donc alors".split())
"""Words that may join two clauses, "é" and Haitian Creole included."""
WRITER = frozenset("je j mon ma mes nous notre nos moi".split())
_MARK = re.compile(r'[.?!;:,…()«»+/\n"]|[-–—]')
_HYPHEN = re.compile(r"[-–—'’]+")


@dataclass(frozen=True)
class Outline:
    """Every sequence has one entry a token of the message."""

    words: tuple[str, ...]
    """Shorthand written out, a name as "<kind>"."""
    marks: tuple[str, ...]
    """The punctuation before each."""
    capital: tuple[bool, ...]
    whole: frozenset[int]
    """Places before which nothing is cut: inside a name, or a word with a hyphen."""
    end: str
    """The punctuation after the last."""

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The first word of each."""
        return tuple(word.split()[0] for word in self.words)

    @cached_property
    def tails(self) -> tuple[str, ...]:
        """The last word of each."""
        return tuple(word.split()[-1] for word in self.words)

    @cached_property
    def _sums(self) -> dict[str, list[int]]:
        """How many stand before each place: counted once, so that no look at a stretch costs more
        for being long."""
        seen = {
            "asking": [not ASKING.isdisjoint(word.split()) for word in self.words],
            "name": [word[0] == "<" for word in self.words],
            "writer": [word in WRITER for word in self.heads],
            "?": ["?" in mark for mark in (*self.marks[1:], self.end)],
        }
        return {what: list(accumulate(flags, initial=0)) for what, flags in seen.items()}

    def count(self, what: str, first: int, last: int) -> int:
        """The question words ("asking"), names ("name"), words for whoever writes ("writer") or
        question marks ("?") from one place to before another."""
        sums = self._sums[what]
        return sums[last] - sums[first]

    def has(self, what: str, first: int, last: int) -> bool:
        """Whether there is any of them."""
        return self.count(what, first, last) > 0

    @cached_property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The stretch between two marks in which each stands."""
        starts = [place for place, mark in enumerate(self.marks) if mark or place == 0]
        ends = [*starts[1:], len(self.words)]
        return tuple((a, b) for a, b in zip(starts, ends) for _ in range(a, b))

    def word(self, place: int) -> str:
        """The first word at a place, or the edge beyond both ends."""
        return self.heads[place] if 0 <= place < len(self.heads) else EDGE


def outline(text: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Outline:
    """The outline of a message with its names."""
    kinds = {place: m.kind for m in mentions for place in range(m.first, m.last)}
    words, marks, whole = [], [], set()
    for place, token in enumerate(tokens):
        after = tokens[place + 1].text if place + 1 < len(tokens) else ""
        written = " ".join(written_out(token.text, after)) or token.text
        words.append(f"<{kinds[place]}>" if place in kinds else written)
        between = text[tokens[place - 1].end : token.start] if place else ""
        joined = bool(_HYPHEN.fullmatch(between))
        marks.append("" if joined else _marks(between))
        if joined:
            whole.add(place)
    whole.update(place for m in mentions for place in range(m.first + 1, m.last))
    return Outline(
        tuple(words),
        tuple(marks),
        tuple(token.title for token in tokens),
        frozenset(whole),
        _marks(text[tokens[-1].end :]) if tokens else "",
    )


def _marks(between: str) -> str:
    return "".join(dict.fromkeys(_MARK.findall(between)))
