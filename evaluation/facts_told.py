"""What the replies to two queries tell in common: a « Oui » before all the facts that were asked
for is as right as the facts without it."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.bounds import is_bound
from vigie.answers.query.evaluate import find, resolve
from vigie.answers.query.measures import extreme
from vigie.answers.query.model import Claim, Query, Select
from vigie.answers.query.relations import ANY, KEYS
from vigie.answers.query.verdict import verify
from vigie.answers.query.world import World

Facts = frozenset[tuple[str, str, str]]
"""A relation and what it joins; with nothing on the one side, that there is none."""
_RELATION_OF = {"report": "publishes", "programme": "runs"}


def as_a_verdict(query: Query, gold: Query, world: World) -> bool:
    """Whether `query` asks for yes or no, and is answered with all the facts that `gold` asks for
    and no others: "il publie un rapport ?" for "quels rapports publie-t-il ?"."""
    if query.act != "verify" or gold.act not in ("select", "get"):
        return False
    told, wanted = _claimed(query, world), _asked(gold, world)
    return told is not None and told == wanted


def side_by_side(query: Query, gold: Query) -> bool:
    """Whether two things are asked for the same attribute, compared or one after the other."""
    acts = {query.act: query, gold.act: gold}
    compared, each = acts.get("compare"), acts.get("get")
    if compared is None or each is None:
        return False
    return compared.about == (each.want,) and set(compared.subjects) == set(each.subjects)


def as_a_place(query: Query, gold: Query, world: World) -> bool:
    """Whether a list is asked for that is all that is first, or last: "le premier comité"."""
    acts = {query.act: query, gold.act: gold}
    listed = acts.get("select")
    ends = next((acts[one] for one in ("min", "max") if one in acts), None)
    if listed is None or ends is None or listed.select is None or ends.select is None:
        return False
    most, _ = extreme(ends.select, ends.want, ends.act == "max", world)
    return bool(most) and most == find(listed.select, world)


def _claimed(query: Query, world: World) -> Optional[Facts]:
    """The facts that uphold every claim, or that there are none; None for anything else."""
    found: set[tuple[str, str, str]] = set()
    for claim in query.claims:
        rows = _upheld(claim, world)
        if rows is None:
            return None
        found |= rows
    return frozenset(found)


def _upheld(claim: Claim, world: World) -> Optional[set[tuple[str, str, str]]]:
    plain = not (claim.denied or claim.only or claim.whole or claim.relation == "count")
    if not plain or any(is_bound(one) for one in claim.values):
        return None
    truth = verify(claim, world).truth
    subjects = resolve((claim.subject,), world)
    if truth == "no" and claim.values == (ANY,):
        return {(claim.relation, one, "") for one in subjects}
    if truth != "yes":
        return None
    values = claim.values == (ANY,)
    return {
        (claim.relation, one, value)
        for one in subjects
        for value in (world.right(claim.relation, one) if values else resolve(claim.values, world))
    }


def _asked(query: Query, world: World) -> Optional[Facts]:
    """The facts that answer a list by one condition, or who publishes or runs something."""
    if query.act == "get":
        things = resolve(query.subjects, world)
        if query.want != "owner":
            return None
        relations = {one: _RELATION_OF.get(world.kind(one), "") for one in things}
        return frozenset(
            (relation, owner, one)
            for one, relation in relations.items()
            if relation
            for owner in world.left(relation, one)
        )
    return _listed(query.select, world) if query.select else None


def _listed(select: Select, world: World) -> Optional[Facts]:
    if len(select.conditions) != 1 or select.excluded or select.conditions[0].denied:
        return None
    (one,) = select.conditions
    relation, inverse = KEYS[select.sort][one.key]
    values, found = resolve(one.values, world), find(select, world)
    if not found and inverse:
        return frozenset((relation, value, "") for value in values)
    pairs = ((thing, value) for thing in found for value in values)
    return frozenset((relation, *(pair[::-1] if inverse else pair)) for pair in pairs)
