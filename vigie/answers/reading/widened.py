"""More than what was told is asked for: « non, tous les rapports, pas seulement ceux du Travail »
is asked neither of the Labor department nor of all others."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.query.model import arguments
from vigie.answers.question import Mention, Question
from vigie.answers.reading.rank import Reading
from vigie.answers.reading.small_words import small_words
from vigie.answers.reading.table import table
from vigie.knowledge.text import fold


def widened(readings: Sequence[Reading], question: Question) -> list[Reading]:
    """The readings about none of what the message wants more than; all of them where there are no
    others."""
    narrow = _not_only(question)
    wide = [one for one in readings if narrow.isdisjoint(arguments(one.query))]
    return wide or list(readings)


def _not_only(question: Question) -> set[str]:
    """What is named after words that want more than that."""
    return {ident for m in question.mentions if _is_after(m, question) for ident in m.ids}


def _is_after(mention: Mention, question: Question) -> bool:
    """Whether such words stand before a name, articles and "ceux de" left out."""
    between = small_words().joining | small_words().of_others
    before = fold(question.text[: mention.start].replace("’", " ").replace("'", " ")).split()
    while before:
        if " ".join(before).endswith(table().not_only):
            return True
        if before.pop() not in between:
            return False
    return False
