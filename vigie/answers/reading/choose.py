"""A list, a count or a superlative of a form, among what the message names: "du SPOG et du Conseil,
lequel est le plus ancien ?"; and of two things at once, or of either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vigie.answers.query.model import EXTREMES, Claim, Condition, Query, Select, with_parts
from vigie.answers.query.relations import ANY, KEYS, takes
from vigie.answers.reading.directions import other_way
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.proposal import Proposal

LISTS = ("select", "count")
DATED = ("law", "body", "report")
"""The sorts of which the oldest and the latest may be asked."""
THEIRS = ("by", "chair")
"""Conditions by whom something is."""
SURELY = 0.8
"""Likelihood from which what a form asks for is refused all the same."""
ONE_OWNER = ("by",)
"""Conditions that hold of one thing only, so that two are a choice."""


def chosen(made: Proposal, evidence: Evidence) -> Iterator[Proposal]:
    """The proposals that `made` becomes among the things that it leaves, or with one more of
    those that it has."""
    if made.query.act in LISTS + EXTREMES and made.query.select is not None:
        yield from _among(made, made.query.select, evidence)
        yield from _with_another(made, made.query.select, evidence)


def _left(made: Proposal, evidence: Evidence) -> dict[str, list[int]]:
    """The places of the things that are named and that it leaves, by kind."""
    found: dict[str, list[int]] = {}
    for place, thing in enumerate(evidence.things):
        named = thing.score == 1 and len(thing.ids) == 1 and not thing.aside
        if named and place not in made.used:
            found.setdefault(thing.kind, []).append(place)
    return found


def _among(made: Proposal, select: Select, evidence: Evidence) -> Iterator[Proposal]:
    for kind, places in _left(made, evidence).items():
        dated = made.query.act in EXTREMES and made.query.want == "year" and not select.conditions
        fits = kind == select.sort or (dated and kind in DATED and select.sort in DATED)
        if fits and len(places) > 1 and not select.among:
            among = tuple(dict.fromkeys(evidence.things[place].ids[0] for place in places))
            narrowed = replace(select, sort=kind, among=among)
            query = replace(made.query, select=narrowed)
            yield replace(made, query=query, used=made.used.union(places), added=1)


def turned(made: Proposal, evidence: Evidence) -> Iterator[Proposal]:
    """What few people have asked, from what many have: a list as a count, where the message asks
    how many; the most as the least; the first in number as the first in age; what is asked as
    refused; who does it as to whom."""
    query, select = made.query, made.query.select
    denying = _denying(query, evidence)
    if denying != query:
        yield replace(made, query=denying)
    if query.act == "select" and "count" in evidence.operators:
        yield replace(made, query=replace(query, act="count"))
    if query.act == "max" and "least" in evidence.operators:
        yield replace(made, query=replace(query, act="min"))
    dated = select is not None and select.sort in DATED
    if query.act in EXTREMES and evidence.age and dated:
        yield replace(made, query=replace(query, act=evidence.age, want="year"))
    if evidence.whether and select is not None:
        yield from _any_of_theirs(made, select)
    yield from other_way(made, evidence)


def _any_of_theirs(made: Proposal, select: Select) -> Iterator[Proposal]:
    """A list of what somebody has, as whether they have any: "il sort des rapports, lui ?"."""
    if made.query.act != "select" or len(select.conditions) != 1 or select.among or select.excluded:
        return
    (one,) = select.conditions
    relation, reverse = KEYS[select.sort][one.key]
    if reverse and one.key in THEIRS and len(one.values) == 1 and not one.denied:
        claim = Claim(relation, one.values[0], (ANY,))
        yield replace(made, query=Query("verify", claims=(claim,)))


def _denying(query: Query, evidence: Evidence) -> Query:
    """The same with each topic denied that the message refuses: of what few have denied, many
    have asked."""
    claims = tuple(
        with_parts(claim, denied=True)
        if not claim.only and any(evidence.refuses(str(one), SURELY) for one in claim.values)
        else claim
        for claim in query.claims
    )
    select = query.select
    if select is not None:
        apart = (part for one in select.conditions for part in _apart(one, evidence))
        select = with_parts(select, conditions=tuple(apart))
    if (
        query.act == "describe"
        and query.about
        and all(evidence.refuses(one, SURELY) for one in query.about)
    ):
        return replace(query, about=(), beside=query.about)  # "à part enquêter, que fait-il ?"
    return with_parts(query, claims=claims, select=select)


def _apart(one: Condition, evidence: Evidence) -> Iterator[Condition]:
    """A condition, what it refuses in another."""
    gone = tuple(value for value in one.values if evidence.refuses(str(value), SURELY))
    kept = tuple(value for value in one.values if value not in gone)
    if one.denied or not gone:
        yield one
        return
    if kept:
        yield replace(one, values=kept, every=one.every and len(kept) > 1)
    yield from (Condition(one.key, (value,), denied=True) for value in gone)


def _with_another(made: Proposal, select: Select, evidence: Evidence) -> Iterator[Proposal]:
    """Another thing beside the one of a condition: "membre de la PITF et du SPOG", "du DoS ou de
    la Justice"."""
    kinds = {t.ids[0]: t.kind for t in evidence.things if t.ids}
    left = _left(made, evidence)
    for place, one in enumerate(select.conditions):
        kind = kinds.get(str(one.values[0]), "") if len(one.values) == 1 and not one.denied else ""
        fits = kind in takes(select.sort, one.key)
        for other in left.get(kind, ())[:1] if fits else ():
            every = one.key not in ONE_OWNER and not evidence.either
            both = Condition(one.key, (one.values[0], evidence.things[other].ids[0]), every)
            conditions = (*select.conditions[:place], both, *select.conditions[place + 1 :])
            query = replace(made.query, select=replace(select, conditions=conditions))
            yield replace(made, query=query, used=made.used | {other}, added=1)
