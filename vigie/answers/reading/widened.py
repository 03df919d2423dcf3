"""More than what was told is asked for: « non, tous les rapports, pas seulement ceux du Travail »
is asked neither of the Labor department nor of all others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigie.answers.query.model import arguments
from vigie.answers.question import Mention, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.rank import Reading
from vigie.knowledge.text import fold

_PAUSE = re.compile(r"[,;:.!?()–—]")
"""What ends a stretch of words."""


def widened(readings: Sequence[Reading], question: Question) -> list[Reading]:
    """The readings about none of what the message wants more than; all of them where there are no
    others."""
    narrow = {ident for m in question.mentions if _is_after(m, question) for ident in m.ids}
    wide = [one for one in readings if narrow.isdisjoint(arguments(one.query))]
    return wide or list(readings)


def _is_after(mention: Mention, question: Question) -> bool:
    """Whether words that want more stand before a name, articles and "ceux de" left out; "pas que"
    where no verb stands before it, which it would deny."""
    between = closed("limits.joining") | closed("of_others")
    stretch = _PAUSE.split(question.text[: mention.start])[-1]
    before = fold(stretch.replace("’", " ").replace("'", " ")).split()
    while before:
        said = f" {' '.join(before)}"
        if any(said.endswith(f" {one}") for one in closed("not_only")):
            return True
        if any(said == f" {one}" for one in closed("not_but")):
            return True
        if before.pop() not in between:
            return False
    return False
