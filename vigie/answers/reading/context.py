"""What was said before, as queries: what a message may lean on.

A conversation keeps a short stack of the queries that were answered, as lines. A message that
leans on them replaces one thing of the last one ("et le DoJ ?"), or takes what was spoken of for
what it leaves unsaid ("qui la préside ?").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vigie.answers.query.line import LineError, arguments, read
from vigie.answers.query.model import Query
from vigie.answers.query.relations import World
from vigie.answers.question import Focus
from vigie.answers.reading.evidence import Evidence

DEPTH = 4
"""Queries that a conversation keeps."""
SHOWN = 3
"""Things of a list that may be meant by a pronoun; in a longer one, none is."""


def referents(focus: Focus, world: World) -> tuple[tuple[str, str], ...]:
    """The things of which was spoken, with their kinds, the nearest first: what the last answer
    was about, then what the queries before it were about."""
    shown = focus.shown if len(focus.shown) <= SHOWN else ()
    before = [one for query in stack(focus) for one in arguments(query)]
    things = dict.fromkeys((*focus.subjects, *shown, *focus.topics, *before))
    return tuple(_kinds(things, world))


def picked(evidence: Evidence, focus: Focus, world: World) -> tuple[tuple[str, str], ...]:
    """The things of the list last shown that a message picks by their place ("le deuxième")."""
    size = len(focus.shown)
    places = [place - 1 if place > 0 else size + place for place in evidence.places]
    things = [focus.shown[place] for place in places if 0 <= place < size]
    return tuple(_kinds(dict.fromkeys(things), world))


def _kinds(things: Iterable[str], world: World) -> Iterator[tuple[str, str]]:
    for one in things:
        if one in world.index:
            yield one, world.kind(one)
        elif world.index.is_topic(one):
            yield one, "topic"


def stack(focus: Focus) -> tuple[Query, ...]:
    """The queries that were answered, the last one first."""
    found = []
    for line in reversed(focus.queries):
        try:
            found.append(read(line))
        except LineError:  # kept by an older version
            continue
    return tuple(found)
