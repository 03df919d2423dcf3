"""The English names inside a French reply, for whatever reads it aloud or shows it.

A screen reader pronounces "Blue Campaign" well only where the page says that it is English.
"""

from __future__ import annotations

import re
from typing import Iterable, Sequence

from vigie.answers.grammar import typeset
from vigie.knowledge.model import Knowledge

_KINDS = ("agencies", "bodies", "committees", "reports", "programmes", "laws", "contexts")


def english_names(knowledge: Knowledge) -> tuple[str, ...]:
    """The official English names and titles, as replies print them, the longest first."""
    named = (entity for kind in _KINDS for entity in getattr(knowledge, kind))
    names = {typeset(entity.name.en) for entity in named if entity.name.en}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


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
