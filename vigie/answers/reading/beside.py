"""What a heavier reader is told of a message and its conversation, and what it adds to the scores
of the readings: a weight for each of their traits, as habits do, but of all the words at once.

Nobody here knows the reader: whoever serves hands it over (`use`). Without one, readings are
weighed by habits alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Optional, Protocol

from vigie.answers.query.model import Query, arguments
from vigie.answers.query.world import World
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import stack
from vigie.answers.reading.rank import Reading

UNSURE = 0.8
"""Confidence in the best reading under which the heavier reader is asked."""
COUNTS = 0.5
"""What its weights count for beside the scores, which know already what the encoder says of forms:
of 6,302 turns of strangers and conversations 89.5 % are right so, 89.5 at 0.75, 89.4 at 1, and
88.6 without it."""
SHOWN = 6
"""Things of the last answer whose kinds are told; more of them are "…"."""
MORE = "…"
TOPIC = "topic"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Said:
    """A message and what it follows, each name masked as "<kind>"."""

    message: str
    before: str = ""
    """The line of the last question; nothing where there was none."""
    shown: tuple[str, ...] = ()
    """The kinds of the things that its answer showed."""


class Weigher(Protocol):
    """A heavier reader."""

    def weights(self, said: Said) -> Mapping[str, float]:
        """What each trait of a reading counts for, after this was said."""


class _Held:
    """The reader in use."""

    weigher: Optional[Weigher] = None


def use(weigher: Optional[Weigher]) -> Optional[Weigher]:
    """Have `weigher` read too; None for habits alone. What was in use before."""
    before, _Held.weigher = _Held.weigher, weigher
    return before


def weighed_again(
    readings: Sequence[Reading], question: Question, focus: Focus, world: World
) -> list[Reading]:
    """The readings with what the heavier reader adds to their scores, the best first; as they are
    where there is none."""
    if _Held.weigher is None or len(readings) < 2:
        return list(readings)
    weights = _Held.weigher.weights(said(question, focus, world))
    found = [
        replace(
            one, score=one.score + COUNTS * sum(weights.get(t, 0.0) for t in sorted(one.traits))
        )
        for one in readings
    ]
    return sorted(found, key=lambda reading: -reading.score)


def said(question: Question, focus: Focus, world: World) -> Said:
    """A question and what was said before it."""
    text, place = [], 0
    for mention in sorted(question.mentions, key=lambda one: one.start):
        text += [question.text[place : mention.start], f"<{mention.kind}>"]
        place = mention.end
    message = "".join((*text, question.text[place:]))
    queries = stack(focus)
    if not queries:
        return Said(message)
    kinds = tuple(_kind(one, world) for one in focus.shown[:SHOWN])
    more = (MORE,) if len(focus.shown) > SHOWN else ()
    return Said(message, _masked(queries[0], world), (*kinds, *more))


def _masked(query: Query, world: World) -> str:
    """The line of a query, a kind in the place of each name."""
    named = {one: f"<{world.kind(one)}>" for one in arguments(query) if one in world.index}
    return _WORD.sub(lambda found: named.get(found.group(), found.group()), write(query))


def _kind(one: str, world: World) -> str:
    return world.kind(one) if one in world.index else TOPIC
