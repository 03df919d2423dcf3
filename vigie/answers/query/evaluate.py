"""What the knowledge answers to a query: pure functions over the relations.

`verify` is membership in `find`: a claim holds exactly where the select that it would be the
answer to finds its subject.
"""

from __future__ import annotations

from dataclasses import dataclass

from vigie.answers.query import years
from vigie.answers.query.beyond import beyond
from vigie.answers.query.bounds import is_bound, stands
from vigie.answers.query.derived import Truth, derived
from vigie.answers.query.model import UNKNOWN, Argument, Claim, Condition, Select, is_typed
from vigie.answers.query.relations import ANY, KEYS, RELATIONS
from vigie.answers.query.world import World
from vigie.knowledge.model.entry import Place

OF_ANY_SORT = ("publishes",)
"""Relations in which agencies and bodies stand alike: "les seuls à publier" is said of both."""
REMEMBERED = 10_000
"""Selects of which a world keeps what they find: to read one message looks the same up a hundred
times."""


@dataclass(frozen=True)
class Verdict:
    """Whether a claim holds ("unsaid": the document neither says so nor excludes it), what holds
    instead of the value and instead of the subject, and where the document says so."""

    claim: Claim
    truth: Truth
    values: tuple[str, ...] = ()
    """What does stand on the right of the subject."""
    subjects: tuple[str, ...] = ()
    """What does stand on the left of the values."""
    places: tuple[Place, ...] = ()


def find(select: Select, world: World) -> tuple[str, ...]:
    """The ids that a select finds, in the order of the document."""
    known = world.found.get(select)
    if known is not None:
        return known
    found = _found(select, world)
    if not is_typed(select):
        if len(world.found) >= REMEMBERED:
            world.found.clear()
        world.found[select] = found
    return found


def _found(select: Select, world: World) -> tuple[str, ...]:
    among = resolve(select.among, world)
    found = [one for one in world.sort(select.sort) if not select.among or one in among]
    for condition in select.conditions:
        found = [one for one in found if meets(one, select.sort, condition, world)]
    gone = set(resolve(select.excluded, world))
    return tuple(one for one in found if one not in gone)


def find_all(select: Select, world: World) -> tuple[str, ...]:
    """What a select finds; where it is asked which agencies publish anything, and nothing else, the
    bodies that do as well."""
    found = find(select, world)
    asked = select.sort == "agency" and not select.among and len(select.conditions) == 1
    if not asked or select.conditions[0] != Condition("publishes", (ANY,)):
        return found
    return (*found, *find(Select("body", select.conditions, select.excluded), world))


def meets(one: str, sort: str, condition: Condition, world: World) -> bool:
    """Whether a thing of a sort meets a condition."""
    relation, inverse = KEYS[sort][condition.key]
    row = set(world.left(relation, one) if inverse else world.right(relation, one))
    if condition.values == (ANY,):
        return bool(row) is not condition.denied
    if any(map(is_bound, condition.values)):
        kept = [years.keeps(one, str(value), world) for value in condition.values]
        return None not in kept and any(kept) is not condition.denied
    each = [bool(row.intersection(resolve((value,), world))) for value in condition.values]
    every = condition.every and not condition.denied  # "ni ne forment ni n'enquêtent"
    return (all(each) if every else any(each)) is not condition.denied


def resolve(values: tuple[Argument, ...], world: World) -> tuple[str, ...]:
    """The ids that arguments stand for: themselves, or what a select finds."""
    found: list[str] = []
    for value in values:
        found += (value,) if isinstance(value, str) else find(value, world)
    return tuple(dict.fromkeys(found))


def evidence(select: Select, found: tuple[str, ...], world: World) -> tuple[Place, ...]:
    """Where the document says that what was found meets the conditions."""
    places: list[Place] = []
    for one in found:
        before = len(places)
        for condition in select.conditions:
            if condition.denied:
                continue
            relation, inverse = KEYS[select.sort][condition.key]
            values = resolve(condition.values, world)
            if condition.values == (ANY,):
                values = world.left(relation, one) if inverse else world.right(relation, one)
            for value in values:
                places += world.places(relation, *((value, one) if inverse else (one, value)))
        if len(places) == before:
            places.append(world.index.entity(one).place)
    return tuple(dict.fromkeys(places))


def verify(claim: Claim, world: World) -> Verdict:
    """Whether a claim holds, as it stands without its negation."""
    if claim.relation == "count":
        return _counted(claim, world)
    subjects = resolve((claim.subject,), world)
    values = resolve(claim.values, world)
    right = tuple(dict.fromkeys(v for s in subjects for v in world.right(claim.relation, s)))
    left = tuple(dict.fromkeys(s for v in values for s in world.left(claim.relation, v)))
    if claim.values == (ANY,):
        left = tuple(world.holds[claim.relation])
    if claim.only and isinstance(claim.subject, Select) and claim.relation not in OF_ANY_SORT:
        left = tuple(one for one in left if world.kind(one) == claim.subject.sort)
    places = tuple(
        dict.fromkeys(
            place
            for subject in subjects
            for value in (right if claim.values == (ANY,) else values)
            for place in world.places(claim.relation, subject, value)
        )
    )
    return Verdict(claim, _truth(claim, subjects, values, right, left, world), right, left, places)


def _truth(
    claim: Claim,
    subjects: tuple[str, ...],
    values: tuple[str, ...],
    right: tuple[str, ...],
    left: tuple[str, ...],
    world: World,
) -> Truth:
    if UNKNOWN in values:  # a matter that no topic covers
        return "unsaid"
    follows = derived(claim, subjects, values, world)
    if follows is not None:
        return follows
    if claim.values == (ANY,):
        held = bool(right)
    else:
        held = bool(subjects and values) and all(
            stands(value, world.right(claim.relation, subject))
            for subject in subjects
            for value in values
        )
    if claim.only:
        together = isinstance(claim.subject, Select) and bool(left)
        held = (held or together) and set(left) == set(subjects)
        return "yes" if held else "no"
    if claim.whole and held:
        more = any(beyond(claim.relation, one, values, world) for one in subjects)
        return "no" if more else "yes"
    if held:
        return "yes"
    return "no" if _told(claim, subjects, right, left, world) else "unsaid"


_ONE_OWNER = ("appoints", "chairs", "creates", "publishes", "runs")
"""Relations in which few stand: where the document says of none that it does, it may be any."""


def _told(
    claim: Claim,
    subjects: tuple[str, ...],
    right: tuple[str, ...],
    left: tuple[str, ...],
    world: World,
) -> bool:
    """Whether the document tells enough to deny: it is complete on the relation, knows the
    subject, and says something of this relation on one of its sides."""
    if not RELATIONS[claim.relation].closed:
        return False
    if claim.relation in _ONE_OWNER or any(one.startswith(UNKNOWN) for one in subjects):
        return bool(left)
    return bool(right) or RELATIONS[claim.relation].right != ("word",)


def _counted(claim: Claim, world: World) -> Verdict:
    assert isinstance(claim.subject, Select)
    found = find_all(claim.subject, world)
    unknown = any(UNKNOWN in one.values for one in claim.subject.conditions)
    holds = all(stands(str(value), (str(len(found)),)) for value in claim.values)
    truth: Truth = "yes" if holds else "no"
    cited = evidence(claim.subject, found, world)
    return Verdict(claim, "unsaid" if unknown else truth, (str(len(found)),), found, cited)
