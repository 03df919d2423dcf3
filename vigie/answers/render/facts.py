"""One fact, one sentence: what a row of a relation says, with the names that it joins."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vigie.answers.grammar import capital, listing, number
from vigie.answers.query.model import Argument, Claim, Select
from vigie.answers.query.relations import ANY
from vigie.answers.render.duties import does
from vigie.answers.render.laws import born
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.programmes import relation
from vigie.answers.render.publications import entitled, publication, publishing
from vigie.answers.render.words import called
from vigie.answers.view import View, places
from vigie.knowledge.model.measures import Report


def stated(claim: Claim, view: View) -> str:
    """A claim that holds, as a sentence of the document's matter."""
    if isinstance(claim.subject, Select):
        if claim.values == ("0",):
            return view.say("counted_none")
        return view.say("counted", number=listing([number(int(str(v))) for v in claim.values]))
    writer = _WRITERS.get(claim.relation)
    if writer is None:
        return describe_any(claim.subject, view).lead
    return writer(claim.subject, [v for v in claim.values if isinstance(v, str)], view)


def cited(
    relation: str, subjects: Sequence[str], values: Sequence[Argument], view: View
) -> tuple[tuple[str, int], ...]:
    """Where the document says that any of the subjects stands in a relation with any value."""
    return places(
        *(
            place
            for subject in subjects
            for value in values
            if isinstance(value, str)
            for place in view.world.places(relation, subject, value)
        )
    )


def _publishes(subject: str, values: list[str], view: View) -> str:
    reports = view.reports_of(subject)
    if values != [ANY]:
        reports = tuple(r for r in reports if r.id in values)
    if len(reports) == 1 and reports[0].date:
        return publication(reports[0], view)
    said = publishing(reports, [called(r.id, view) for r in reports], view)
    return view.say("agency_does", agency=view.noun(subject), duties=said)


def _runs(subject: str, values: list[str], view: View) -> str:
    said = []
    for one in view.knowledge.programmes:
        if one.owner == subject and (one.id in values or values == [ANY]):
            said.append(relation(one, view))
    return view.say("agency_does", agency=view.noun(subject), duties=listing(said))


def _chairs(subject: str, values: list[str], view: View) -> str:
    bodies = [b.id for b in view.chaired_by(subject) if b.id in values or values == [ANY]]
    names = listing([called(b, view, "bref" if len(bodies) > 1 else "le") for b in bodies])
    return view.say("chairs", chair=view.noun(subject), bodies=names)


def _in(subject: str, values: list[str], view: View) -> str:
    bodies = [b for b in values if b != ANY]
    if len(bodies) == 1:
        return view.say("is_member", who=capital(called(subject, view)), body=view.noun(bodies[0]))
    names = listing([called(b, view, "bdu") for b in bodies])
    return view.say("is_member_of", who=capital(called(subject, view)), bodies=names)


def _creates(subject: str, values: list[str], view: View) -> str:
    return " ".join(born(body, view) for body in values if body in view.index)


def _amends(subject: str, values: list[str], view: View) -> str:
    return view.say("law_amends", law=view.noun(subject), other=view.noun(values[0]))


def _advises(subject: str, values: list[str], view: View) -> str:
    body = view.body(subject)
    return view.say(
        "body_does", body=view.noun(subject), does=listing([d.does for d in body.duties])
    )


def _about(subject: str, values: list[str], view: View) -> str:
    entity = view.entity(subject)
    if isinstance(entity, Report):
        return view.say("is_titled", owner=view.noun(entity.owner), title=entitled(entity, view))
    return describe_any(subject, view).lead


def _kind(subject: str, values: list[str], view: View) -> str:
    if view.kind(subject) != "agency":  # a report is a list, or none
        return describe_any(subject, view).lead
    named = f"is_{view.agency(subject).kind}"
    response = named if named in view.phrases else "is_no_department"
    return view.say(response, agency=view.noun(subject))


def _house(subject: str, values: list[str], view: View) -> str:
    return view.say("is_of_the_house", agency=view.noun(subject))


_WRITERS: dict[str, Callable[[str, list[str], View], str]] = {
    "does": does,
    "publishes": _publishes,
    "runs": _runs,
    "chairs": _chairs,
    "in": _in,
    "creates": _creates,
    "amends": _amends,
    "advises": _advises,
    "about": _about,
    "kind": _kind,
    "house": _house,
}
"""How each relation is said; the others, by what their subject is. What is an attribute (a level,
a year) is told where attributes are."""
