"""Whether two things have the same of something: « de la même loi, oui ou non ? »."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.query.evaluate import resolve
from vigie.answers.query.model import Query
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.whether import asks_what
from vigie.answers.render.laws import amend_any
from vigie.answers.reply import Reply
from vigie.answers.view import View

ATTRIBUTES = {
    "origin": ("creates", True),
    "owner": ("publishes", True),
    "date": ("year", False),
    "frequency": ("freq", False),
    "level": ("level", False),
    "appointer": ("appoints", True),
}
"""The relation whose rows an attribute tells, and whether it is read from its right side."""
THAN = 3
"""Words after "même" among which its "que" stands: "la même loi fondatrice que"."""


def wants_a_verdict(words: str) -> bool:
    """Whether it is asked whether two things have the same of something, and not what, or what
    tells them apart."""
    said = words.split()
    other = says(closed("apart"), words) or not closed("refusing").isdisjoint(said)
    alike = any(
        word in closed("alike") and before in closed("alike_after")
        for before, word in zip(said, said[1:])
    )
    return alike and not asks_what(_without_than(said)) and not other


def _without_than(said: Sequence[str]) -> str:
    """Words without the "que" that compares, and asks nothing: "la même loi que pour la PITF"; not
    that of "la même loi ? que dit-elle ?"."""
    return " ".join(
        word
        for place, word in enumerate(said)
        if word not in closed("limits.que")
        or closed("alike").isdisjoint(said[max(0, place - THAN) : place])
        or closed("compared_with").isdisjoint(said[place + 1 : place + 2])
    )


def with_a_verdict(reply: Reply, query: Query, view: View) -> Reply:
    """What is compared on one attribute, and first whether it is the same: "la même loi, oui ou
    non ?"; as it is where the document does not give it of each."""
    relation, inverse = ATTRIBUTES.get(query.about[0], ("", False))
    if not relation:
        return reply
    row = view.world.left if inverse else view.world.right
    told = {row(relation, one) for one in resolve(query.subjects, view.world)}
    laws = {law for row in told for law in row}
    if () in told:
        return reply
    if amend_any(tuple(laws), tuple(laws), view):  # they are neither one law nor two
        two = len(laws) == len(resolve(query.subjects, view.world)) == 2
        said = view.say("one_amends_the_other", fact=reply.lead)
        return reply.with_(lead=said) if two else reply
    return reply.with_(lead=view.say("yes" if len(told) == 1 else "no", fact=reply.lead))
