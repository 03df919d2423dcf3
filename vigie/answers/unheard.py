"""What a claim names and its reading says nothing of: "ils conseillent le président ?" read of the
PITF, "le Conseil est un comité du SPOG ?" read of the committees. A "oui" would be one to it."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.query.form import PRESIDENT
from vigie.answers.query.model import Claim, Query, arguments
from vigie.answers.query.relations import EXCLUSIVE, RELATIONS
from vigie.answers.query.world import World
from vigie.answers.question import Mention, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.finer.of_the_president import speaks_of_him
from vigie.answers.reading.numbers import numbers
from vigie.knowledge.text import fold

LEVEL, NUMBER, CHAIRS, SURVIVORS, DOES = "level", "number", "chairs", "survivors", "does"
ALIKE = 5
"""First letters by which a level and what is said of it are one: "ministerial", "ministres"."""


def unheard(question: Question, query: Query, fact: str, world: World) -> bool:
    """Whether a message names something, the president, or a level, that is neither in its query
    nor joined to what is, as who publishes a report may be named with it; or whether it counts
    others than the people of the `fact`, or says who of them presides: "onze experts", "présidé par
    un rescapé"."""
    told = set(arguments(query))
    chairs = any(claim.relation == CHAIRS for claim in query.claims)
    presided = says(closed("presided_by"), question.words)
    if presided and not chairs and any(one.relation == SURVIVORS for one in query.claims):
        return True
    if PRESIDENT not in told and not chairs and speaks_of_him(question.words):
        return True
    if any(_limited_unheard(claim, question.words) for claim in query.claims):
        return True
    named = {one.ids[0] for one in question.mentions if _is_named(one)}
    known = {one for one in told if one in world.index}
    if any(
        one in world.index and one not in told and not _joined(one, known, world) for one in named
    ):
        return True
    if any(not _said(level, question.words) for level in _levels(query)):
        return True
    return any(one.relation == NUMBER for one in query.claims) and _counts_others(question, fact)


def _limited_unheard(claim: Claim, words: str) -> bool:
    """Whether folded words say that there is nothing else, or nobody, and a claim read of them does
    not: "exclusivement", "point final". Of whom or where somebody does something, `narrowed` tells.
    """
    if claim.only or claim.whole or claim.relation not in EXCLUSIVE:
        return False
    said = closed("limits.full_stop")
    return says(said if claim.relation == DOES else said | closed("limits.words"), words)


def _counts_others(question: Question, fact: str) -> bool:
    """Whether a number in a message is of people whom a fact does not tell of."""
    told = {word[:ALIKE] for word in fold(fact).split()}
    said = question.words.split()
    return any(
        numbers(number)
        and noun.endswith("s")
        and noun not in closed("people")
        and noun[:ALIKE] not in told
        for number, noun in zip(said, said[1:])
    )


def _is_named(one: Mention) -> bool:
    """Whether a mention surely names one thing, and not to leave it out."""
    return len(one.ids) == 1 and one.strength == "full" and not one.excluded


def _joined(one: str, known: set[str], world: World) -> bool:
    """Whether some relation joins a thing to one of these."""
    return any(
        not known.isdisjoint((*world.left(name, one), *world.right(name, one)))
        for name in RELATIONS
    )


def _levels(query: Query) -> Iterator[str]:
    for claim in query.claims:
        if claim.relation == LEVEL:
            yield from map(str, claim.values)


def _said(level: str, words: str) -> bool:
    """Whether folded words name a level, or none at all: "elle l'est vraiment ?"."""
    said = words.split()
    named = any(word.startswith(tuple(closed("levels"))) for word in said)
    return not named or any(word.startswith(level[:ALIKE]) for word in said)
