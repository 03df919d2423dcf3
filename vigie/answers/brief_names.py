"""The names in full that have a brief one besides, in each of their forms: made once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vigie.answers.grammar import Noun
from vigie.knowledge.query import Index

FORMS = {"du": "bdu", "au": "bau", "le": "bref", "seul": ""}
"""The forms of a name in full, with the brief one that stands for each; without its article it has
none."""


class BriefNames:
    """What finds names in full, and puts the brief ones in their place."""

    def __init__(self, index: Index) -> None:
        self._brief: dict[str, tuple[str, str]] = {}
        self._all: set[str] = set()
        for entity in index.knowledge.entities:
            noun = Noun(entity.name)
            forms = dict(_forms(noun, entity.id))
            self._all.update(forms)
            if format(noun, "sigle") != format(noun, "seul"):
                self._brief.update(forms)
        longest = sorted(map(re.escape, self._brief), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(longest) or '(?!)'})(?!\w)")

    def said_in(self, text: str) -> Iterator[str]:
        """The ids of what a text names in full."""
        yield from (self._brief[full][1] for full in self._pattern.findall(text))

    def is_one(self, text: str) -> bool:
        """Whether a text is a name in full and nothing else, be there a brief one or not."""
        return text in self._all

    def instead(self, text: str, is_known: Callable[[str], bool]) -> str:
        """A text with the brief name of what is known by then, asked of each as it comes."""

        def put(found: re.Match[str]) -> str:
            brief, ident = self._brief[found.group()]
            return brief if is_known(ident) and brief else found.group()

        return self._pattern.sub(put, text)


def _forms(noun: Noun, ident: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each form of a name in full, small and with a capital, with the brief one and its id."""
    for full, brief in FORMS.items():
        for one, other in ((full, brief), (full.capitalize(), brief.capitalize())):
            yield format(noun, one), (format(noun, other) if brief else "", ident)
