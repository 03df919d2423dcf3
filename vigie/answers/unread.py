"""A number in a claim of which its reading says nothing: "de niveau ministériel, composée d'une
vingtaine d'organismes". A "oui" would be taken for one to the number too."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.query.model import Query, arguments
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.numbers import is_year, numbers
from vigie.knowledge.text import fold

FEWEST = 3
"""The least number of things that is looked for: two are mostly those just named, "tous deux"."""
COUNTED = frozenset("count number freq year rank".split())
"""Relations of which a number is what is claimed."""
DATED = frozenset("year before".split())
"""Those of which a year is."""


def unread_numbers(question: Question, query: Query, world: World) -> tuple[str, ...]:
    """The numbers of things, rhythms, or years, that a message claims and of which its query holds
    nothing; but none of known things ("ses trois rapports"), nor as many as are claimed of, nor in
    a name, nor the year of what is claimed."""
    relations = {claim.relation for claim in query.claims}
    words = fold(question.text_less(question.mentions)).split()
    years = {word for word in words if is_year(word)}
    told = set(arguments(query))
    told |= {year for one in told for year in world.right("year", one)}
    rhythms = sorted(one for one in closed("rhythms.other") if says((one,), " ".join(words)))
    if rhythms and "freq" not in relations:
        return tuple(rhythms[:1])
    dated = () if relations & DATED else tuple(sorted(years - told))
    counted = set() if relations & COUNTED else set(_told(words)) - {len(query.claims)}
    return (*dated, *map(str, sorted(counted)))


def _told(words: list[str]) -> Iterator[int]:
    """The numbers of things, and of years or months that lie between."""
    for before, word, after in zip(["", *words], words, [*words[1:], ""]):
        every = after in closed("times")
        for one in map(int, (figure for figure in numbers(word) if not is_year(figure))):
            if every or (one >= FEWEST and before not in closed("of_known")):
                yield one
