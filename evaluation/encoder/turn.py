"""A turn of a talk as the writer of queries is taught it."""

from __future__ import annotations

from dataclasses import dataclass

from vigie.answers.query.model import UNKNOWN, Query
from vigie.answers.question import OUTSIDER, Focus, Mention


@dataclass(frozen=True)
class Turn:
    """A segment of a message, what it means, and what was said before it."""

    text: str
    query: Query
    focus: Focus
    mentions: tuple[Mention, ...] = ()
    link: str = "new"
    """How it leans on what was said, see docs/corpus.md; `SPOKEN_OF` where nothing is before it and
    that stands in its query."""
    author: str = ""
    """Who wrote it, in data/corpus."""

    @property
    def named(self) -> tuple[str, ...]:
        """What a query says of what its text names."""
        return tuple(one for mention in self.mentions for one in self._called(mention))

    @property
    def beside(self) -> str:
        """Its text without the names."""
        text = self.text
        for mention in sorted(self.mentions, key=lambda one: -one.start):
            text = text[: mention.start] + text[mention.end :]
        return text

    def _called(self, mention: Mention) -> tuple[str, ...]:
        if mention.kind != OUTSIDER:
            return mention.ids
        return (f"{UNKNOWN}{self.text[mention.start : mention.end]}",)
