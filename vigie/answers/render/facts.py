"""One fact, one sentence: what a row of a relation says, with the names that it joins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from vigie.answers.grammar import capital, listing
from vigie.answers.query.model import UNKNOWN, Claim, Select
from vigie.answers.query.relations import ANY
from vigie.answers.reply import Reply
from vigie.answers.reports import titled
from vigie.answers.roles import describe_any
from vigie.answers.view import Doing, View
from vigie.knowledge.model import Agency, Body, Committee, Programme, Report


def called(ident: str, view: View, form: str = "le") -> str:
    """What a thing is called in a sentence, in one of the forms of a noun; a name that the
    document does not have is given back as it was read."""
    if ident.startswith(UNKNOWN):
        name = ident.removeprefix(UNKNOWN)
        return f"« {name} »" if name else view.say("this_organisation")
    if ident not in view.index:
        return ident
    if isinstance(view.entity(ident), Report):
        return f"« {view.noun(ident).name.fr} »"
    return format(view.noun(ident), form)


def doing(owner: str, topics: Sequence[str], view: View) -> Doing:
    """An agency or a body with its duties on any of the topics."""
    wanted = {inner for topic in topics for inner in view.tables.below(topic)}
    entity = view.entity(owner)
    duties = entity.duties if isinstance(entity, (Agency, Body)) else ()
    return Doing(owner, tuple(duty for duty in duties if wanted.intersection(duty.topics)))


def does(owner: str, topics: Sequence[str], view: View) -> str:
    """What an agency or a body does about topics; for a body, its mission where no duty tells."""
    found = doing(owner, topics, view)
    entity = view.entity(owner)
    said = [duty.does for duty in found.duties]
    if not said and isinstance(entity, Body):
        said = [entity.mission.says]
    return view.say("agency_does", agency=view.noun(owner), duties=listing(said))


def label(topic: str, view: View) -> str:
    """A topic in words."""
    known = {one.id for one in view.knowledge.topics}
    return view.topic(topic).label if topic in known else topic.removeprefix(UNKNOWN)


def labels(topics: Sequence[str], view: View) -> str:
    """Several topics in words."""
    return listing([label(topic, view) for topic in topics])


def stated(claim: Claim, view: View) -> str:
    """A claim that holds, as a sentence of the document's matter."""
    if isinstance(claim.subject, Select):
        return view.say("counted", number=listing([str(v) for v in claim.values]))
    writer = _WRITERS.get(claim.relation)
    if writer is None:
        return describe_any(claim.subject, view).lead
    return writer(claim.subject, [v for v in claim.values if isinstance(v, str)], view)


def _does(subject: Any, values: list[str], view: View) -> str:
    return does(subject, values, view)


def _publishes(subject: Any, values: list[str], view: View) -> str:
    reports = view.reports_of(subject)
    if values != [ANY]:
        reports = tuple(r for r in reports if r.id in values)
    response = "publishes_annual" if reports and all(r.frequency for r in reports) else "publishes"
    said = view.say(response, reports=listing([f"« {r.name.fr} »" for r in reports]))
    return view.say("agency_does", agency=view.noun(subject), duties=said)


def _runs(subject: Any, values: list[str], view: View) -> str:
    said = []
    for one in view.knowledge.programmes:
        if one.owner == subject and (one.id in values or values == [ANY]):
            said.append(one.relation.says.format(it=format(view.noun(one.id), "le")))
    return view.say("agency_does", agency=view.noun(subject), duties=listing(said))


def _chairs(subject: Any, values: list[str], view: View) -> str:
    bodies = [b.id for b in view.chaired_by(subject) if b.id in values or values == [ANY]]
    names = listing([called(b, view, "bref" if len(bodies) > 1 else "le") for b in bodies])
    return view.say("chairs", chair=view.noun(subject), bodies=names)


def _in(subject: Any, values: list[str], view: View) -> str:
    bodies = [b for b in values if b != ANY]
    if len(bodies) == 1:
        return view.say("is_member", who=capital(called(subject, view)), body=view.noun(bodies[0]))
    names = listing([called(b, view, "bdu") for b in bodies])
    return view.say("is_member_of", who=capital(called(subject, view)), bodies=names)


def _creates(subject: Any, values: list[str], view: View) -> str:
    return " ".join(born(body, view) for body in values if body in view.index)


def born(body: str, view: View) -> str:
    """What created a body, and when, as far as the document says so."""
    origin = view.body(body).origin
    if origin is None:
        return view.say("body_mission", body=view.noun(body), mission=view.body(body).mission.says)
    response = "body_origin_year" if origin.year else "body_origin"
    return view.say(response, body=view.noun(body), law=view.noun(origin.law), year=origin.year)


def _amends(subject: Any, values: list[str], view: View) -> str:
    return view.say("law_amends", law=view.noun(subject), other=view.noun(values[0]))


def _advises(subject: Any, values: list[str], view: View) -> str:
    body = view.body(subject)
    return view.say(
        "body_does", body=view.noun(subject), does=listing([d.does for d in body.duties])
    )


def _of(subject: Any, values: list[str], view: View) -> str:
    return describe_any(subject, view).lead


def _about(subject: Any, values: list[str], view: View) -> str:
    entity = view.entity(subject)
    if isinstance(entity, Report):
        return view.say("is_titled", owner=view.noun(entity.owner), title=titled(entity))
    if isinstance(entity, (Committee, Programme)):
        return describe_any(subject, view).lead
    return describe_any(subject, view).lead


def _freq(subject: Any, values: list[str], view: View) -> str:
    report = view.entity(subject)
    assert isinstance(report, Report)
    response = "report_yearly" if report.frequency else "report_no_frequency"
    return view.say(response, title=called(subject, view), owner=view.noun(report.owner))


def _level(subject: Any, values: list[str], view: View) -> str:
    level = view.body(subject).level
    assert level is not None
    return view.say("body_level", body=view.noun(subject), level=level.says)


def _appoints(subject: Any, values: list[str], view: View) -> str:
    members = view.body(values[0]).members
    assert members is not None and members.appointed is not None
    return view.say("appointed", body=view.noun(values[0]), says=members.appointed.says)


def _kind(subject: Any, values: list[str], view: View) -> str:
    agency = view.agency(subject)
    response = "is_department" if agency.kind == "department" else "is_no_department"
    return view.say(response, agency=view.noun(subject))


_WRITERS: dict[str, Callable[[Any, list[str], View], str]] = {
    "does": _does,
    "publishes": _publishes,
    "runs": _runs,
    "chairs": _chairs,
    "in": _in,
    "creates": _creates,
    "amends": _amends,
    "advises": _advises,
    "of": _of,
    "about": _about,
    "freq": _freq,
    "level": _level,
    "appoints": _appoints,
    "kind": _kind,
}
"""How each relation is said; the others are told by the attribute that they are about."""


def criteria(select: Select, view: View) -> str:
    """What a select asks, said briefly: "la formation ; sans les enquêtes ; hors le DoJ"."""
    said: list[str] = []
    for one in select.conditions:
        values = [v for v in one.values if isinstance(v, str)]
        if len(values) != len(one.values):
            continue
        text = _value(one.key, values, one.every, view)
        said.append(view.say("criterion_not", what=text) if one.denied else text)
    gone = [called(one, view, "bref") for one in select.excluded if isinstance(one, str)]
    if gone:
        said.append(view.say("criterion_except", what=listing(gone)))
    return "\u00a0; ".join(said)


def _value(key: str, values: list[str], every: bool, view: View) -> str:
    if key in ("does", "about"):
        return listing([label(v, view) for v in values], "et" if every else "ou")
    known = f"criterion_{key}_{values[0]}"
    if known in view.phrases:
        return view.say(known)
    last = "et" if every else "ou"
    forms = {form: listing([called(v, view, form) for v in values], last) for form in _FORMS}
    general = f"criterion_{key}"
    if general not in view.phrases:
        return forms["bref"]
    return view.say(general, what=forms["bref"], of=forms["bdu"])


_FORMS = ("bref", "bdu")


def unnamed(outsider: str, view: View) -> Reply:
    """That the document names nothing of the kind ("@NASA")."""
    if outsider == UNKNOWN:
        return Reply(view.say("outsider"), kind="refusal", reason="outsider")
    lead = view.say("outsider_named", name=called(outsider, view))
    return Reply(lead, kind="refusal", reason="outsider")
