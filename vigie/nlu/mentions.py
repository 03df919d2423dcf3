"""What names a thing (a form), and where a message names one (a mention)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterable, Sequence

from vigie.nlu.text import fold

SMALL_WORDS = frozenset(
    "a au aux d dans de des du en et l la le les par pour sur un une the of to and in on s "
    "forme formee compose composee".split()
)


@dataclass(frozen=True)
class Form:
    """One way to name something. `strength` is "full", "bare" (needs its article or a
    capital: la Justice) or "generic" (names a kind: le département)."""

    words: tuple[str, ...]
    ids: tuple[str, ...]
    kind: str
    strength: str

    @property
    def small(self) -> int:
        """How many articles and prepositions it has."""
        return len(self.words) - len(content(self.words) or self.words)

    @property
    def linked(self) -> bool:
        """Whether small words join a short title, and so must stand in the text too: without
        them "quel rapport produit-il" would name the "rapport sur les produits"."""
        return self.kind == "report" and len(self.words) > 2 and len(content(self.words)) == 2


@dataclass(frozen=True)
class Mention:
    """Something named in a message, between two offsets of the original text."""

    ids: tuple[str, ...]
    kind: str
    start: int
    end: int
    strength: str
    first: int = field(compare=False, default=0)
    """Index of its first token."""
    last: int = field(compare=False, default=0)
    """Index after its last token."""


def content(words: Sequence[str]) -> tuple[str, ...]:
    """`words` without articles and prepositions, which people change freely."""
    return tuple(word for word in words if word not in SMALL_WORDS)


def form(name: str, ids: Iterable[str], kind: str, strength: str = "full") -> Form:
    """A `Form` for `name` as people write it."""
    return Form(tuple(fold(name).split()), tuple(ids), kind, strength)
