"""What the last answers left out: "et les autres ?", "à part elle ?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Condition, Query, Select, arguments
from vigie.answers.query.normal import listed
from vigie.answers.query.relations import KEYS
from vigie.answers.query.world import World
from vigie.answers.question import Focus
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence
from vigie.answers.reading.proposal import Proposal

FEW = 6
"""Things shown up to which they are what was spoken of; a longer list is only looked through."""


def rest(
    evidence: Evidence, queries: Sequence[Query], focus: Focus, world: World
) -> Iterator[Proposal]:
    """The lists that the last queries were about, less what was spoken of, shown or set aside by
    the message; `queries` are those answered, the last one first."""
    spoken: list[str] = [one for one in focus.subjects if one in world.index]
    of_all = _spoken_of(queries, focus, world)
    named = {
        thing.ids[0]: place
        for place, thing in enumerate(evidence.things)
        if len(thing.ids) == 1 and thing.score == 1
    }
    sure = [
        t for t, score in evidence.topics[:1] if score >= SURE_TOPIC and not evidence.refuses(t)
    ]
    for depth, query in enumerate(queries):
        spoken += [one for one in arguments(query) if one in world.index and one not in spoken]
        for base in (*_bases(query, world), *(() if named else _beyond(query, world))):
            if sure and base.sort == "agency" and sure[0] not in _topics(base):
                continue  # "d'autres poursuivent ?" asks of what the last list was not about
            members = find(base, world)
            shown = focus.shown if len(focus.shown) <= FEW else ()
            for some in (tuple(named), spoken, of_all, (*of_all, *shown)):
                gone = tuple(one for one in members if one in some)
                if gone and len(gone) < len(members):
                    used = frozenset(place for one, place in named.items() if one in gone)
                    left = Query("select", select=replace(base, excluded=gone, among=()))
                    told = str(len(members) - len(gone)) in evidence.numbers
                    yield Proposal(left, 0.0, used, numbers=told, kind="other", depth=depth)


def besides(
    made: Proposal, queries: Sequence[Query], focus: Focus, world: World
) -> Iterator[Proposal]:
    """A list of its own less those of whom was spoken: "et à part eux, qui forme ?"."""
    select = made.query.select
    if made.query.act not in ("select", "count") or select is None or select.excluded:
        return
    if any(one.denied for one in select.conditions):  # says by itself who the others are
        if not made.lent:
            yield replace(made, kind="other")
        return
    last = {one for query in queries[:2] for one in arguments(query)} | {*focus.subjects}
    of_all = _spoken_of(queries, focus, world)
    for some in (last, of_all, of_all | {*focus.shown}):
        members = find(replace(select, among=()), world)
        gone = tuple(one for one in members if one in some)
        if gone and len(gone) < len(members) and not made.lent:
            query = replace(made.query, select=replace(select, excluded=gone, among=()))
            yield replace(made, query=query, kind="other")


def _spoken_of(queries: Sequence[Query], focus: Focus, world: World) -> frozenset[str]:
    """All that was asked about by itself: "les autres ?" after one and then another are neither. By
    whom a list is narrowed ("ce que publie le Travail") is none of the others that do."""
    of_facts = (one for query in queries if query.select is None for one in arguments(query))
    return frozenset(one for one in (*focus.subjects, *of_facts) if one in world.index)


def _bases(query: Query, world: World) -> Iterator[Select]:
    """The lists to which what a query is about belongs."""
    select = listed(query)
    if select is not None:
        yield replace(select, excluded=())
    for claim in query.claims[:1]:
        keys = KEYS["agency"]
        if claim.relation in keys and keys[claim.relation] == (claim.relation, False):
            yield Select("agency", (Condition(claim.relation, claim.values),))
    if query.act in ("describe", "compare") and query.about:
        yield Select("agency", (Condition("does", query.about, every=len(query.about) > 1),))
    for one in arguments(query):
        if one in world.index:
            yield from _kin(one, world)


def _topics(select: Select) -> frozenset[str]:
    return frozenset(arguments(Query("select", select=select)))


def _beyond(query: Query, world: World) -> Iterator[Select]:
    """The lists in which stands what a list found, all of which was told: "et les quatre autres ?"
    after the committee on victims."""
    select = listed(query)
    found = find(select, world) if select is not None else ()
    if 0 < len(found) <= FEW:
        yield from _kin(found[0], world)


def _kin(one: str, world: World) -> Iterator[Select]:
    """The lists in which a thing stands beside others of its sort."""
    kind = world.kind(one)
    for relation, sort, key in (("publishes", "report", "by"), ("runs", "programme", "by")):
        if kind == sort:
            for owner in world.left(relation, one):
                yield Select(sort, (Condition(key, (owner,)),))
    if kind == "committee":
        yield Select(kind, (Condition("of", world.right("of", one)),))
    if kind in ("body", "report", "programme", "law"):
        yield Select(kind)
