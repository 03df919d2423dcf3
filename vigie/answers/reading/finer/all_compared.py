"""All that a message compares: « compare l’EEOC, le DoJ et le DHS », « et l’EEOC par rapport à ces
deux-là ? », « il manque le DHS » ; forms of two hear two of them."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack
from vigie.answers.reading.finer.crossed import joined
from vigie.answers.reading.finer.set_aside import refused

MOST = 4
"""Things that are compared at most."""


def all_compared(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """A comparison with all that is named and, where the message speaks of those that were
    compared before or says that one is lacking, with those."""
    if query.act != "compare" or not all(isinstance(one, str) for one in query.subjects):
        return query
    before = next((one for one in stack(focus) if one.act == "compare"), None)
    named = [one for one in question.mentions if len(one.ids) == 1 and not refused(one, question)]
    if before is not None and len(named) == 1 and _adds(question.words):
        every = [*map(str, before.subjects), named[0].ids[0]]
    else:
        runs = joined(named, question.text, closed("limits.joining"))
        every = [one.ids[0] for one in max(runs, key=len, default=[])]
    every = list(dict.fromkeys(every))
    alike = len({world.kind(one) for one in every if one in world.index}) == 1
    if not alike or not len(query.subjects) < len(every) <= MOST:
        return query
    return replace(query, subjects=tuple(every))


def _adds(words: str) -> bool:
    """Whether one more is to be compared with those before."""
    return says(closed("with_those_two"), words) or says(closed("lacking_one"), words)
