"""Whether what is claimed holds: pure functions over the relations.

`verify` is membership in `find`: a claim holds exactly where the select that it would be the
answer to finds its subject.
"""

from __future__ import annotations

from dataclasses import dataclass

from vigie.answers.query.beyond import beyond
from vigie.answers.query.bounds import stands
from vigie.answers.query.derived import Truth, derived
from vigie.answers.query.evaluate import evidence, find_all, resolve
from vigie.answers.query.model import UNKNOWN, Claim, Select
from vigie.answers.query.relations import ANY, RELATIONS
from vigie.answers.query.world import World
from vigie.knowledge.model.entry import Place

OF_ANY_SORT = ("publishes",)
"""Relations in which agencies and bodies stand alike: "les seuls à publier" is said of both."""


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


def verify(claim: Claim, world: World) -> Verdict:
    """Whether a claim holds, as it stands without its negation."""
    if claim.relation == "count":
        return _counted(claim, world)
    subjects = resolve((claim.subject,), world)
    values = meant(claim, world)
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


def meant(claim: Claim, world: World) -> tuple[str, ...]:
    """The values of a claim: of those that are described, the ones with which it holds, if there
    are any: "il publie un rapport annuel ?" is said of one, not of all of them. All where the
    subject is said to be alone, or to stand in the relation with nothing else."""
    subjects = resolve((claim.subject,), world)
    found: list[str] = []
    for one in claim.values:
        values = resolve((one,), world)
        if isinstance(one, Select) and not (claim.only or claim.whole):
            rights = [world.right(claim.relation, subject) for subject in subjects]
            values = tuple(v for v in values if all(stands(v, x) for x in rights)) or values
        found += values
    return tuple(dict.fromkeys(found))


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


ONE_OWNER = ("appoints", "chairs", "creates", "publishes", "runs")
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
    if claim.relation in ONE_OWNER or any(one.startswith(UNKNOWN) for one in subjects):
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
