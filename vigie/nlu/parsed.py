"""A message with all that is understood of it, without Rasa: names, topics, forms of a query."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Callable, Mapping, Optional

from vigie.nlu.features import STOP_WORDS
from vigie.nlu.mentions import Mention
from vigie.nlu.spans import Span
from vigie.nlu.text import Token


@dataclass(frozen=True)
class Parsed:
    """A message taken apart, before topics and intent are known."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    aside: tuple[Span, ...]
    words: tuple[str, ...]
    """Masked words."""
    asks: bool = False
    """Whether it is more than one sentence, some of which ask."""
    lone: Optional[Parsed] = None
    """The single question in a longer message, which lends it its topics."""
    clauses: tuple[Parsed, ...] = ()
    """The stretches that ask, where it was cut: what is read as queries."""
    claims: tuple[Parsed, ...] = ()
    """What it claims, each on its own, where it claims several things and was not cut."""
    topics: tuple[str, ...] = ()
    excluded_topics: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    ranking: tuple[tuple[str, float], ...] = ()
    forms: tuple[tuple[str, float], ...] = ()
    """The likeliest forms of the query that it means."""
    links: tuple[tuple[str, float], ...] = ()
    """Ids of what it may mean without a name that is known, with their scores."""
    leans: Mapping[str, float] = field(default_factory=dict)
    """How it would lean on what was said before, with probabilities."""
    roles: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    """Of its topics, where each stands among the words, and how likely it is refused."""
    apart: tuple[float, ...] = ()
    """How likely each of the mentions is refused: set aside, denied."""
    plain: tuple[str, ...] = ()
    """All the words, names included, misspellings mended."""
    known: float = 1.0
    """Share of the words outside names that the training data has."""

    def inside(self, read: Callable[[Parsed], Parsed]) -> Parsed:
        """The same with its clauses and its claims read."""
        if not self.clauses and not self.claims:
            return self
        clauses, claims = tuple(map(read, self.clauses)), tuple(map(read, self.claims))
        return replace(self, clauses=clauses, claims=claims)


def content(parsed: Parsed) -> list[str]:
    """The words of a message that say something: no names, no small words."""
    return [
        word
        for word in parsed.words
        if not word.startswith("<") and word not in STOP_WORDS and len(word) > 3
    ]
