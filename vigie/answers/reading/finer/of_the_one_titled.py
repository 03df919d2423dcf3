"""Which of the reports just told has a word of the message in its title: "lequel des trois porte
sur les biens ?". No topic tells them apart."""

from __future__ import annotations

from collections.abc import Iterable

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.knowledge.text import fold

SORT = "report"
LEAST = 5
"""Letters of a word that says something."""


def of_the_one_titled(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`; a list of several of the reports last shown, of which one alone has a word of the
    message in its title, as that one."""
    words = question.words.split()
    if query.act != "select" or query.select is None or query.select.sort != SORT:
        return query
    which, otherwise = closed("titled.which"), closed("titled.otherwise")
    if which.isdisjoint(words) or not otherwise.isdisjoint(words) or question.ids(SORT):
        return query
    found = [one for one in find(query.select, world) if one in focus.shown]
    shown = [one for one in focus.shown if world.kind(one) == SORT]
    if len(found) < 2 or len(shown) < 2:
        return query
    titled = [one for one in shown if _says(one, words, shown, world)]
    return Query("describe", subjects=(titled[0],)) if len(titled) == 1 else query


def _says(one: str, words: Iterable[str], shown: Iterable[str], world: World) -> bool:
    """Whether some word of a message stands in the title of one report and in no other's."""
    others = {word for other in shown if other != one for word in _title(other, world)}
    own = _title(one, world) - others
    return any(word in own for word in words)


def _title(ident: str, world: World) -> set[str]:
    name = world.index.entity(ident).name
    return {word for word in fold(name.fr).split() if len(word) >= LEAST}
