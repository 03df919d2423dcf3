"""English: a question in it, and the English names inside a French reply.

A screen reader pronounces "Blue Campaign" well only where the page says that it is English.
"""

from __future__ import annotations

import re
from typing import Iterable, Iterator, Sequence

from vigie.answers.typography import typeset
from vigie.knowledge.model.knowledge import Knowledge
from vigie.knowledge.text import fold

SENTENCE = "Vigie answers in French only"
"""What the phrases of domain.yml say in English to somebody who asked in it."""
_WORDS = frozenset(
    "the who what which when where how many does do did is are was of and to for about you your "
    "can could please speak english tell against there their they that this with by from has have "
    "agency agencies report reports "
    "members council law trafficking investigate investigates "
    "between difference government victims".split()
)
_FRENCH = frozenset(
    "le la les l du des d un une est c ce que qui quoi quel quelle et ou dans pour sur avec "
    "fait".split()
)
_RUN = re.compile(r"\w+")
_KINDS = ("agencies", "bodies", "committees", "reports", "programmes", "laws", "contexts")


def is_english(text: str) -> bool:
    """Whether `text` is written in English, but for names."""
    words = fold(text).split()
    english = sum(word in _WORDS for word in words)
    return english >= 2 and 3 * english >= len(words) and not _FRENCH.intersection(words)


class EnglishNames:
    """The official English names and titles, as replies print them, the longest first."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names), key=_the_longest_first)
        self._by_words: dict[tuple[str, ...], list[str]] = {}
        for name in self._names:
            self._by_words.setdefault(tuple(_RUN.findall(name)), []).append(name)
        self._lengths: dict[str, set[int]] = {}
        for words in self._by_words:
            self._lengths.setdefault(words[0], set()).add(len(words))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def within(self, text: str) -> list[str]:
        """Those whose words follow each other in `text`: looking for them takes no longer where
        there are ten thousand."""
        words = _RUN.findall(text)
        found = {
            name
            for start, word in enumerate(words)
            for length in self._lengths.get(word, ())
            for name in self._by_words.get(tuple(words[start : start + length]), ())
        }
        return sorted(found, key=_the_longest_first)


def _the_longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def english_names(knowledge: Knowledge) -> EnglishNames:
    """Those of the knowledge."""
    named = (entity for kind in _KINDS for entity in getattr(knowledge, kind))
    return EnglishNames({SENTENCE} | {typeset(e.name.en) for e in named if e.name.en})


def said_in_english(text: str, names: Sequence[str]) -> list[str]:
    """Those of `names` (the longest first) that stand in `text`, each once, in that order.

    One that stands only inside a longer one is left out: marking the longer one is enough.
    """
    found = []
    for name in names:
        text, times = re.subn(rf"(?<!\w){re.escape(name)}(?!\w)", "\0", text)
        if times:
            found.append(name)
    return found


def with_english(custom: dict[str, object], text: str, names: Iterable[str]) -> dict[str, object]:
    """`custom` with the English names that `text` holds under "english"."""
    return {**custom, "english": said_in_english(text, tuple(names))}
