"""A second look at a message of which nothing was understood, or that only seems to tell."""

from __future__ import annotations

from typing import Optional

from vigie.answers.decide import Decision
from vigie.answers.guessed import as_understood
from vigie.answers.heard import heard
from vigie.answers.query.model import arguments
from vigie.answers.question import Question
from vigie.answers.reading.understand import as_a_whole
from vigie.answers.render.answer import answer
from vigie.answers.render.worded import worded
from vigie.answers.understood import understood
from vigie.answers.view import View

INSISTED = 0.3
"""Confidence, among readings of fact alone, from which the best of them is answered: seven more
of the cases are answered rightly so, and two fewer (evaluation/notes/cutting.md)."""


def insisted(question: Question, view: View) -> Optional[Decision]:
    """The answer to the likeliest question of fact in a message that was cut and of which nothing
    was understood, named as it was read: who tells a story asks something in it. None where no
    such reading is likely enough."""
    stretches = [(question, view.focus)]
    stretches += [(clause, heard(question, view.focus)) for clause in question.clauses]
    readings = (
        as_a_whole(one, view.world, focus, again=True).of_facts() for one, focus in stretches
    )
    found = max(readings, key=lambda one: one.sure)
    if found.sure < INSISTED:
        return None
    query = found.readings[0].query
    reply = answer(query, view)
    if reply is None or worded(query, view) is None or not any(arguments(query)):
        return None
    return Decision(as_understood(reply, query, found, view), query)


def against(question: Question, view: View) -> Optional[Decision]:
    """The verdict on what a doubt tells against the last answer: "vous êtes sûr ? j'ai lu que
    c'était l'USAID"; None where it names nothing that could stand in the place of what was told."""
    found = understood(question, view)
    named = {one.ids[0] for one in found.evidence.things if one.score == 1}
    claims = (
        one.query
        for one in found.readings
        if one.query.act == "verify" and one.proposal.kind in ("same", "lent")
    )
    for query in claims:
        reply = answer(query, view) if named.intersection(arguments(query)) else None
        if reply is not None:
            return Decision(reply, query)
    return None
