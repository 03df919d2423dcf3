"""Which answers to the parts of one message are told: each once, and none to what only leads up to
another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vigie.answers.decide import Decision
from vigie.answers.matter import OPEN_ENDED
from vigie.answers.of_a_sentence import of_a_sentence
from vigie.answers.query.model import Query
from vigie.answers.query.normal import normal
from vigie.answers.question import Question
from vigie.answers.reading.recalled import recalls
from vigie.answers.render.verdict_words import upheld
from vigie.answers.view import View

Told = tuple[Question, Decision]
"""A part of a message, and what is made of it."""


def told_once(told: Sequence[Told], view: View) -> list[Decision]:
    """The decisions to tell, in their order."""
    return _once(_asking(told, view))


def _asking(told: Sequence[Told], view: View) -> list[Decision]:
    """The decisions without those on what is only recalled, and rightly, where something else is
    asked: they told what that is about; and without the verdict told again to who asks, beside the
    sentence, whether to keep it."""
    told = [
        (part, one)
        for place, (part, one) in enumerate(told)
        if not (of_a_sentence(part) and any(_judges(before) for _, before in told[:place]))
    ]
    *before, (_, last) = told
    kept = (one for part, one in before if not (recalls(part) and upheld(one.reply, view)))
    return [*kept, last]


def _judges(decision: Decision) -> bool:
    """Whether it tells whether something is so."""
    return decision.query is not None and decision.query.act == "verify"


def _once(decisions: Iterable[Decision]) -> list[Decision]:
    """Without those that answer what one before them does: "entre le Travail et le Commerce, je
    confonds, qu'est-ce qui change ?" compares them once, whatever the order. What has no name of
    its own is something else each time."""
    found: dict[Query | int, Decision] = {}
    for place, one in enumerate(decisions):
        query = one.query if one.query and one.query.want != OPEN_ENDED else None
        found.setdefault(_whatever_the_order(normal(query)) if query else place, one)
    return list(found.values())


def _whatever_the_order(query: Query) -> Query:
    if query.act not in ("compare", "gap"):
        return query
    return replace(query, subjects=tuple(sorted(query.subjects, key=repr)))
