"""What was said before, as queries: what a message may lean on.

A conversation keeps a short stack of the queries that were answered, as lines. A message that
leans on them replaces one thing of the last one ("et le DoJ ?"), or takes what was spoken of for
what it leaves unsaid ("qui la préside ?").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Optional

from vigie.answers.query.form import Slot, fill
from vigie.answers.query.line import LineError, read
from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.query.relations import RELATIONS, World
from vigie.answers.question import Focus
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence, Thing

DEPTH = 4
"""Queries that a conversation keeps."""
SHOWN = 3
"""Things of a list that may be meant by a pronoun; in a longer one, none is."""


def referents(focus: Focus, world: World) -> tuple[tuple[str, str], ...]:
    """The things of which was spoken, with their kinds, the nearest first."""
    shown = focus.shown if len(focus.shown) <= SHOWN else ()
    things = dict.fromkeys((*focus.subjects, *shown))
    known = [
        (one, world.index.kind(world.index.entity(one))) for one in things if one in world.index
    ]
    return (*known, *((topic, "topic") for topic in focus.topics))


def stack(focus: Focus) -> tuple[Query, ...]:
    """The queries that were answered, the last one first."""
    found = []
    for line in reversed(focus.queries):
        try:
            found.append(read(line))
        except LineError:  # kept by an older version
            continue
    return tuple(found) or _gated(focus)


_ASKED_OF = {
    "list_members": "composition",
    "count_members": "number",
    "level": "level",
    "appointer": "appointer",
    "origin_law": "origin",
    "origin_date": "date",
    "expand_name": "expand",
}
_FOUND_BY = {"chair": "chairs", "report_owner": "publishes", "programme_owner": "runs"}


def _gated(focus: Focus) -> tuple[Query, ...]:
    """The query that the gate answered, as far as what it left to remember tells it."""
    if focus.intent in _FOUND_BY and len(focus.shown) == 1:
        condition = Condition(_FOUND_BY[focus.intent], focus.shown)
        return (Query("select", select=Select("agency", (condition,))),)
    if focus.intent == "which_agency" and focus.topics:
        condition = Condition("does", focus.topics)
        return (Query("select", select=Select("agency", (condition,))),)
    if focus.intent in _ASKED_OF and len(focus.subjects) == 1:
        return (Query("get", _ASKED_OF[focus.intent], subjects=focus.subjects),)
    if focus.intent == "describe" and len(focus.subjects) == 1:
        return (Query("describe", subjects=focus.subjects, about=focus.topics),)
    return ()


def substituted(
    previous: Query, evidence: Evidence, world: World
) -> Iterator[tuple[Query, frozenset[int], tuple[tuple[str, float], ...]]]:
    """`previous` with things of the message in the place of its own, each time with what was
    used: the places of the things, and the topics."""
    named = [(n, t) for n, t in enumerate(evidence.things) if not t.aside and len(t.ids) == 1]
    topics = [pair for pair in evidence.topics[:1] if pair[1] >= SURE_TOPIC]
    hand = _Replacing(named, topics)
    query = fill(previous, hand.choose, every=True)
    if query is not None and (hand.used or hand.topics) and query != previous:
        yield query, frozenset(hand.used), tuple(hand.topics)
        return
    for place, thing in named[:1]:
        moved = _of_another_kind(previous, thing.ids[0], thing.kind)
        if moved is not None:
            yield moved, frozenset({place}), ()


class _Replacing:
    """Puts each thing of the message into the first place that fits it."""

    def __init__(
        self, named: Sequence[tuple[int, Thing]], topics: Sequence[tuple[str, float]]
    ) -> None:
        self._named = list(named)
        self._topics = list(topics)
        self.used: set[int] = set()
        self.topics: list[tuple[str, float]] = []

    def choose(self, slot: Slot) -> Optional[str]:
        if slot.kinds[0] == "topic" and self._topics:
            self.topics.append(self._topics.pop(0))
            return self.topics[-1][0]
        for place, thing in self._named:
            if place not in self.used and thing.kind in slot.kinds:
                self.used.add(place)
                return str(thing.ids[0])
        return slot.held


_LIST_OF = {
    # What a list of agencies becomes when an agency is named: "qui forme ?" "et le DoJ ?"
    "publishes": ("report", "by"),
    "chairs": ("body", "chair"),
    "runs": ("programme", "by"),
}


def _of_another_kind(previous: Query, ident: str, kind: str) -> Optional[Query]:
    """What the last query becomes for a thing of a kind that it has no place for."""
    select = previous.select
    if select is None or kind != select.sort or not select.conditions:
        return None
    first = select.conditions[0]
    if select.sort != "agency" or first.denied:
        return None
    if first.key == "does":
        about = tuple(v for v in first.values if isinstance(v, str))
        return Query("describe", subjects=(ident,), about=about)
    if first.key in _LIST_OF:
        sort, key = _LIST_OF[first.key]
        return Query("select", select=Select(sort, (Condition(key, (ident,)),)))
    if first.key in RELATIONS:
        return Query("verify", claims=(Claim(first.key, ident, first.values),))
    return None
