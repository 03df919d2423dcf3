"""How many tasks somebody has: « combien de missions a la Justice ? » asks neither for its staff
nor for what they are."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.query.model import Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed

WANTED, OF = "duties", ("agency", "body")
ASKS = ("get", "describe", "count")
NEAR = 4
"""Words between "combien" and what is counted at most: "combien ils ont de tâches"."""


def how_many_duties(query: Query, question: Question, world: World) -> Query:
    """`query`; the number of tasks of whom it is about, where the message counts tasks and the
    query asks for something else of them. As it is where it asks who has a task, or of nobody."""
    words, narrowed = question.words.split(), query.about or query.beside
    if query.act not in ASKS or query.want == WANTED or narrowed or not _counts_them(words):
        return query
    if not closed("duties_counted.which").isdisjoint(words):
        return query
    who = tuple(one for one in _about(query) if one in world.index and world.kind(one) in OF)
    return Query("get", WANTED, subjects=who) if who else query


def _counts_them(words: list[str]) -> bool:
    """Whether tasks follow a word that counts, with no other thing between that might be counted:
    "combien d'organismes ont pour tâche…"."""
    for place, word in enumerate(words):
        if word in closed("duties_counted.counting"):
            after = words[place + 1 : place + 2 + NEAR]
            for one in after:
                if one in closed("duties_counted.duties"):
                    return True
                if one not in closed("duties_counted.between"):
                    break
    return False


def _about(query: Query) -> Iterator[str]:
    """Whom a query is about: its subjects, or those among whom, or by whom, it counts."""
    select = query.select
    if select is None:
        yield from (one for one in query.subjects if isinstance(one, str))
    elif all(one.key in ("by", "described") for one in select.conditions):
        some = (*select.among, *(v for c in select.conditions for v in c.values))
        yield from (one for one in some if not isinstance(one, Select))
