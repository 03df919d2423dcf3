"""A message made out once: for the rules, and for what was learned."""

from __future__ import annotations

from functools import cached_property

from vigie.distress.features import Forms, forms_of, masked
from vigie.distress.words import plain, words_of


class Heard:
    """What somebody wrote, and its words in each form that is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def plain(self) -> str:
        """As `words.plain` has it."""
        return plain(self.text)

    @cached_property
    def words(self) -> list[str]:
        """Its words as the cues have them."""
        return words_of(self.plain)

    @cached_property
    def forms(self) -> Forms:
        """Its words with names and figures masked."""
        shown = masked(self.text)
        if shown == self.text:
            return forms_of(self.plain, True, self.words)
        return forms_of(plain(shown), True)

    @cached_property
    def own(self) -> Forms:
        """Its words, with names and figures."""
        return forms_of(self.plain, False, self.words)
