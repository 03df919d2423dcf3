"""What a message makes of the queries before it: other things in the last one, a condition more,
what it left out, or the same once more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.query.evaluate import find
from vigie.answers.query.form import AGAIN, OTHER, SAME, Slot, fill
from vigie.answers.query.model import Query, Select, arguments
from vigie.answers.query.normal import listed, normal
from vigie.answers.query.relations import TOPICAL, topical
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.another_kind import of_another_kind
from vigie.answers.reading.context import counterpart, picked, stack
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence, Thing
from vigie.answers.reading.others import FEW, besides, rest
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.relisted import asked_otherwise
from vigie.answers.reading.topics_instead import topics_instead


def carried(
    question: Question, evidence: Evidence, alone: Sequence[Proposal], focus: Focus, world: World
) -> Iterator[Proposal]:
    """The queries that the message makes of those before it; `alone` are the proposals that it
    makes by itself."""
    queries = stack(focus)
    if not queries:
        return
    likely = dict(question.forms)
    chosen = picked(evidence, focus, world)
    for depth, query in enumerate(queries):
        for made in _same(query, evidence, chosen, world):
            kind = "index" if made.numbers else "same"
            yield replace(made, likelihood=likely.get(SAME, 0.0), kind=kind, depth=depth)
    left = counterpart(focus, world)
    for made in _same(queries[0], evidence, left, world) if left else ():
        yield replace(made, likelihood=likely.get(SAME, 0.0), kind="other")
    if AGAIN in likely:
        yield Proposal(queries[0], likely[AGAIN], kind="again")
    if not _names_something(evidence):
        yield from asked_otherwise(question, queries[0], focus, world)
    for made in rest(evidence, queries, focus, world):
        yield replace(made, likelihood=_of_the_rest(made.query, likely))
    for made in alone:
        if question.leans.get("other", 1.0) >= LEAST_CUT:
            yield from besides(made, queries, focus, world)
        narrows = question.leans.get("narrow", 1.0) >= LEAST_CUT
        if narrows and made.query.act in ("select", "count") and not made.lent:
            of_them = "among" in evidence.operators or made.query.act == "count"
            for depth, query in _narrowed(made.query, queries, focus, world, of_them):
                yield replace(made, query=query, kind="narrow", depth=depth)


def _names_something(evidence: Evidence) -> bool:
    """Whether a message says by itself of what it asks: "lesquels ?" does not."""
    named = any(thing.score == 1 and not thing.weak for thing in evidence.things)
    return named or any(score >= SURE_TOPIC for _, score in evidence.topics[:1])


def _of_the_rest(query: Query, likely: Mapping[str, float]) -> float:
    """How likely a message asks for the rest of a list: says only that, or names the sort. What
    denies something says by itself who the others are."""
    start = f"select {query.select.sort}" if query.select else ""
    names = (p for form, p in likely.items() if form.startswith(start) and "!=" not in form)
    chance = likely.get(OTHER, 0.0) + sum(names)
    return min(chance, 1.0)


def _of_the_one(query: Query, previous: Query) -> Query:
    """After several were told of, whoever is named alone is asked about alone: "et le DoJ, lui ?"
    after four others is not of the DoJ and three of these."""
    new = tuple(one for one in query.subjects if one not in previous.subjects)
    several = query.act in ("describe", "get") and len(query.subjects) >= SEVERAL
    return replace(query, subjects=new) if several and len(new) == 1 else query


def _same(
    previous: Query, evidence: Evidence, chosen: Sequence[tuple[str, str]], world: World
) -> Iterator[Proposal]:
    """`previous` with things of the message in the place of its own."""
    on_topic = any(world.index.is_topic(one) for one in arguments(previous))
    named = [
        (place, thing)
        for place, thing in enumerate(evidence.things)
        if not thing.aside
        and len(thing.ids) == 1
        and not (thing.via and on_topic)
        and thing.score >= LEAST_LINK
    ]
    some = [(-1 - place, Thing((one,), kind, 0)) for place, (one, kind) in enumerate(chosen)]
    made = False
    for topics in topics_instead(previous, evidence, world):
        hand = _Replacing([*some, *named], topics)
        query = fill(previous, hand.choose, every=True)
        if query is not None and hand.topics:
            query = _of_one_topic(query, hand.topics[0][0], world)
        if query is not None and (hand.used or hand.topics) and query != previous:
            by_place = len(hand.used) - len(_places(hand.used))
            by_name = {evidence.implied[one] for one, _ in hand.topics if one in evidence.implied}
            used = _places(hand.used | by_name)
            query = _of_the_one(query, previous)
            found = Proposal(query, 0.0, used, tuple(hand.topics), numbers=by_place)
            yield found
            if query.act == "describe" and not query.about and topics and not hand.topics:
                narrower = replace(query, about=(topics[0][0],))
                yield replace(found, query=narrower, topics=(topics[0],))
            made = True
    if made:
        return
    for place, thing in named[:1]:
        moved = of_another_kind(previous, thing.ids[0], thing.kind)
        if moved is not None:
            yield Proposal(moved, 0.0, _places({place}))


def _of_one_topic(query: Query, topic: str, world: World) -> Query:
    """A list in which one of several topics was replaced and that nobody is in, by that one alone:
    "qui forme dans les fermes ?", "et dans les banques ?"."""
    select = query.select
    if select is None or find(select, world):
        return query
    conditions = tuple(
        replace(one, values=(topic,), every=False) if topic in one.values else one
        for one in select.conditions
    )
    return replace(query, select=replace(select, conditions=conditions))


def _places(used: set[int]) -> frozenset[int]:
    return frozenset(place for place in used if place >= 0)


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


SEVERAL = 3
"""Things told of at once, of which one that is named does not take the place of another."""
LEAST_LINK = 0.2
"""Score from which what is not named may stand in the place of what was spoken of."""
LEAST_CUT = 0.1
"""How likely a message must ask for the rest of a list, or for some of the last one, for a list of
its own to be cut short: one that lacks somebody without a word on it would be taken for whole."""


def _of_the_sort(select: Select, sort: str) -> Select:
    """A list by topic, as one of another sort by the same: of three reports "lesquels traitent du
    travail forcé" is read as who acts against it."""
    key = topical(sort)
    by_topic = all(one.key in TOPICAL for one in select.conditions)
    if not by_topic or not key or select.excluded or select.among:
        return select
    conditions = tuple(replace(one, key=key) for one in select.conditions)
    return replace(select, sort=sort, conditions=conditions)


def _narrowed(
    more: Query, queries: Sequence[Query], focus: Focus, world: World, of_them: bool
) -> Iterator[tuple[int, Query]]:
    """A list or a count that is asked of the list last given, and how many queries lie since; with
    `of_them`, the message says that it asks of what that list holds, of whatever sort."""
    select = more.select
    assert select is not None
    for depth, query in enumerate(queries):
        before = listed(query)
        if of_them and depth == 0 and before is not None and before.sort != select.sort:
            select = _of_the_sort(select, before.sort)
        if before is not None and before.sort == select.sort and len(find(before, world)) > 1:
            known = set(before.conditions)
            added = tuple(one for one in select.conditions if one not in known)
            merged = replace(before, conditions=(*before.conditions, *added))
            yield depth, normal(replace(more, want="", select=merged))
            break
    before = listed(queries[0])
    few = [one for one in focus.shown or focus.subjects if one in world.sort(select.sort)]
    if before is None and 1 < len(few) <= FEW and select.conditions and not select.among:
        yield 0, replace(more, select=replace(select, among=tuple(few)))
