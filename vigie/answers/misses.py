"""What may be kept of a question that was not answered: known words in order of the alphabet, and
the kinds of the names in it. Nothing else of a message can come out of here, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from vigie.answers.question import WORD, Question
from vigie.knowledge.text import fold

WORDS = Path(__file__).with_name("known_words.txt")
MOST = 8
"""Known words of a message that is kept: a longer one tells a story, which is somebody's own."""
KINDS = frozenset("agency body committee report programme law context outsider".split())
_ENDED = re.compile(r"(?:^|[.!?…:;«»\"\n])\W*$")


@dataclass(frozen=True)
class Miss:
    """A question as it may be kept."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """All the words that may ever be kept: the file beside this one."""
    lines = WORDS.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def miss(question: Question) -> Miss | None:
    """What may be kept of `question`; None where nothing may, or nothing is left of it."""
    words = sorted(set(_known(question)))
    if not words or len(words) > MOST:
        return None
    return Miss(tuple(words), tuple(sorted({m.kind for m in question.mentions} & KINDS)))


def _known(question: Question) -> Iterator[str]:
    """The known words outside names. A capital within a sentence makes a word somebody's name,
    where not all the message is in capitals."""
    text = question.text
    shouted = text.isupper()
    for found in WORD.finditer(text):
        word, start = found.group(), found.start()
        if any(m.start <= start < m.end for m in question.mentions):
            continue
        if word[0].isupper() and not shouted and not _ENDED.search(text[:start]):
            continue
        if fold(word) in known_words():
            yield fold(word)
