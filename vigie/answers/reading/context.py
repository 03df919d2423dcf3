"""What was said before, as queries: what a message may lean on.

A conversation keeps a short stack of the queries that were answered, as lines. A message that
leans on them replaces one thing of the last one ("et le DoJ ?"), or takes what was spoken of for
what it leaves unsaid ("qui la préside ?").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Query, arguments
from vigie.answers.query.world import World
from vigie.answers.question import Focus
from vigie.answers.reading.belonging import belonging
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence
from vigie.answers.reading.lines import query_in

DEPTH = 8
"""Queries that a conversation keeps: with four, some turns lost what they come back to."""
LATELY = 4
"""Those of which the things that were spoken of in turn may be meant by their place."""
NEAREST = 3
"""Things spoken of, the nearest ones, of which what belongs to them may be meant."""
TELLING = ("get", "describe", "gap")
"""Acts that tell of what was picked of a list."""
SHOWN = 3
"""Things of a list that may be meant by a pronoun; in a longer one, none is."""


def referents(focus: Focus, world: World) -> tuple[tuple[str, str], ...]:
    """The things of which was spoken, with their kinds, the nearest first: what the last answer
    was about, then what the queries before it were about; then what belongs to the nearest."""
    shown = focus.shown if len(focus.shown) <= SHOWN else ()
    before = [one for query in stack(focus) for one in arguments(query)]
    near = (*focus.subjects, *shown, *focus.topics)
    kin = [other for one in near[:NEAREST] for other in belonging(one, world)]
    return tuple(_kinds(dict.fromkeys((*near, *before, *kin)), world))


def spoken_of(focus: Focus) -> frozenset[str]:
    """What the last answer was about, and what was asked for it."""
    asked = [one for query in stack(focus)[:1] for one in arguments(query)]
    return frozenset((*focus.subjects, *focus.topics, *asked))


def picked(evidence: Evidence, focus: Focus, world: World) -> tuple[tuple[str, str], ...]:
    """The things of the list last shown, or spoken of in turn, that a message picks by their place
    ("le deuxième", "le suivant")."""
    shown = _list_meant(evidence, focus, world)
    things = _at(evidence.places, shown)
    if evidence.step and not evidence.places:
        places = [shown.index(one) + evidence.step for one in focus.subjects[:1] if one in shown]
        things = [shown[place] for place in places if 0 <= place < len(shown)]
    return tuple(_kinds(dict.fromkeys(things), world))


def _at(places: Iterable[int], some: Sequence[str]) -> list[str]:
    """What stands at those of some places that a list has; they count from 1, or from its end."""
    found = [place - 1 if place > 0 else len(some) + place for place in places]
    return [some[place] for place in found if 0 <= place < len(some)]


def _list_meant(evidence: Evidence, focus: Focus, world: World) -> tuple[str, ...]:
    """The list of which a message picks something: of things of the sort that it says, if there was
    one ("la troisième loi", of the laws listed before); else the last that has such a place."""
    lists = list(_lists(focus, world))
    lists = [one for one in lists if world.kind(one[0]) == evidence.place_of] or lists
    lists = [one for one in lists if _at(evidence.places, one)] or lists
    return _whole_of(lists, focus) if lists else ()


def _whole_of(lists: Sequence[tuple[str, ...]], focus: Focus) -> tuple[str, ...]:
    """The first of some lists; where it is what was picked of a list to be told of, that list: "et
    la première ?" after "de quand datent les deux dernières ?"."""
    first, last = lists[0], next(iter(stack(focus)), None)
    if last is None or last.act not in TELLING or set(last.subjects) != set(first):
        return first
    return next((one for one in lists[1:] if set(first) < set(one)), first)


def _lists(focus: Focus, world: World) -> Iterator[tuple[str, ...]]:
    """The lists of which something may be picked, the nearest first."""
    if len(focus.shown) > 1:
        yield focus.shown
    for query in stack(focus):
        found = find(query.select, world) if query.select and query.act == "select" else ()
        found = found or _claimed_of(query, world)
        if len(found) > 1:
            yield tuple(found)
    in_turn = tuple(_in_turn(focus, world))
    if in_turn:
        yield in_turn


def _claimed_of(query: Query, world: World) -> tuple[str, ...]:
    """Those of whom one thing is claimed, or else what is claimed of somebody, in the order in
    which it was said: "la seconde" of two campaigns that are said to be theirs."""
    if len(query.claims) < 2:
        return ()
    subjects = [str(claim.subject) for claim in query.claims]
    values = [str(one) for claim in query.claims for one in claim.values]
    some = subjects if len(set(subjects)) > 1 else values
    return tuple(dict.fromkeys(one for one in some if one in world.index))


def counterpart(focus: Focus, world: World) -> tuple[tuple[str, str], ...]:
    """What "l'autre" is: of the few things last shown, or between which was asked, the only one
    of which was not spoken since; nothing where there is no such."""
    queries = stack(focus)
    asked = [one for one in arguments(queries[0]) if one in world.index] if queries else []
    some = focus.shown if 1 < len(focus.shown) <= SHOWN else ()
    told = {*focus.subjects}
    for few, spoken in ((some, {*told, *asked}), (asked, {*told, *focus.shown})):
        left = [one for one in dict.fromkeys(few) if one not in spoken]
        if len(left) == 1 and len(few) > 1:
            return tuple(_kinds(left, world))
    return ()


def the_one_doing(
    shown: Sequence[str], evidence: Evidence, world: World
) -> tuple[tuple[str, str], ...]:
    """The only thing of a list that does what the message speaks of, with its kind: "l'autre, celle
    des discriminations", of three that investigate."""
    (topic, score), *_ = evidence.topics or (("", 0.0),)
    if score < SURE_TOPIC:
        return ()
    some = [one for one in shown if one in world.left("does", topic)]
    return tuple((one, world.kind(one)) for one in some) if len(some) == 1 < len(shown) else ()


def _in_turn(focus: Focus, world: World) -> Iterator[str]:
    """The things asked about one after the other, the first one first: where no list was shown,
    "le premier" is of them."""
    lately = stack(focus)[:LATELY]
    things = [one for query in reversed(lately) for one in arguments(query)]
    yield from dict.fromkeys(one for one in things if one in world.index)


def _kinds(things: Iterable[str], world: World) -> Iterator[tuple[str, str]]:
    for one in things:
        if one in world.index:
            yield one, world.kind(one)
        elif world.index.is_topic(one):
            yield one, "topic"


def stack(focus: Focus) -> tuple[Query, ...]:
    """The queries that were answered, the last one first."""
    found = map(query_in, reversed(focus.queries))
    return tuple(query for query in found if query is not None)
