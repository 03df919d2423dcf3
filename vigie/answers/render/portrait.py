"""What a thing is, whatever its kind: all that the document says of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from vigie.answers.grammar import capital, ordinal
from vigie.answers.query.line import read
from vigie.answers.query.model import Query
from vigie.answers.question import Focus
from vigie.answers.render.bodies import describe_body
from vigie.answers.render.laws import describe_law
from vigie.answers.render.programmes import describe_programme
from vigie.answers.render.publications import describe_report, publishing
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.knowledge import Context
from vigie.knowledge.model.organisations import Committee

LATELY = 4
"""Queries in which what was told need not be told again."""


def describe_any(ident: str, view: View) -> Reply:
    """What an entity is, whatever its kind."""
    return _PORTRAITS[view.kind(ident)](ident, view)


def is_known(ident: str, view: View) -> bool:
    """Whether what a thing is need not be said: the last answers told of an agency all that it
    does, or something of what another thing is."""
    asked = [read(line) for line in view.focus.queries[-LATELY:]]
    if view.kind(ident) == "agency":
        return Query("describe", subjects=(ident,)) in asked
    said = ((*one.subjects, *(claim.subject for claim in one.claims)) for one in asked)
    return any(ident in about for about in said)


def describe_agency(ident: str, view: View) -> Reply:
    """All that the document says of an agency."""
    agency = view.agency(ident)
    noun = view.noun(ident)
    focus = Focus((ident,), (), (ident,))
    if not agency.duties:
        named = "agency_only_named_white_house" if agency.white_house else "agency_only_named"
        return Reply(view.say(named, agency=noun), places=places(agency), focus=focus)
    items = [capital(one) for one in _parts(ident, view)]
    cited = places(*agency.duties, *view.reports_of(ident))
    if len(items) == 1:
        lead = view.say("agency_does", agency=noun, duties=agency.duties[0].does)
        return Reply(lead, places=cited, focus=focus)
    mixed = any(duty.matter for duty in agency.duties)  # not all of it is against trafficking
    lead = view.say("duties_of_all_kinds" if mixed else "agency_duties", agency=noun)
    return Reply(lead, tuple(items), places=cited, focus=focus)


def describe_committee(ident: str, view: View) -> Reply:
    """One standing committee and its place among the others."""
    committee = view.entity(ident)
    assert isinstance(committee, Committee)
    lead = view.say(
        "committee" if committee.theme in committee.name.fr else "committee_on",
        committee=view.noun(ident),
        rank=ordinal(committee.order),
        body=view.noun(committee.body),
        theme=committee.theme,
    )
    focus = Focus((ident,), (), (ident,))
    return Reply(lead, after=view.say("committee_no_more"), places=places(committee), focus=focus)


def describe_context(ident: str, view: View) -> Reply:
    """What the introduction says of the whole effort."""
    context = view.entity(ident)
    assert isinstance(context, Context)
    lead, *rest = (statement.says for statement in context.statements)
    return Reply(
        lead,
        tuple(rest),
        places=places(*context.statements),
        focus=Focus((ident,), (), (ident,)),
    )


def summary(ident: str, view: View, apart: Collection[str] = ()) -> str:
    """What an entity is in one paragraph; of a body without what is told `apart`."""
    if view.kind(ident) == "agency" and view.agency(ident).duties:
        duties = "\u00a0; ".join(_parts(ident, view))
        return view.say("agency_does", agency=view.noun(ident), duties=duties)
    body = view.kind(ident) == "body"
    reply = describe_body(ident, view, apart) if body else describe_any(ident, view)
    if view.kind(ident) == "agency":
        return reply.lead
    told = (reply.lead, *map(capital, reply.items), reply.after)
    return " ".join(text.rstrip(".") + "." for text in told if text)


def _parts(agency: str, view: View) -> list[str]:
    """What an agency does, and what it publishes: phrases without a subject."""
    return [duty.does for duty in view.agency(agency).duties] + published(agency, view)


def published(agency: str, view: View) -> list[str]:
    """That it publishes its reports, as one phrase without a subject; none where it has none."""
    reports = view.reports_of(agency)
    if not reports:
        return []
    return [publishing(reports, [f"{view.noun(r.id):titre}" for r in reports], view)]


_PORTRAITS: Mapping[str, Callable[[str, View], Reply]] = {
    "agency": describe_agency,
    "body": describe_body,
    "committee": describe_committee,
    "context": describe_context,
    "law": describe_law,
    "programme": describe_programme,
    "report": describe_report,
}
