"""What a body is: its mission first, then all else that the document says of it; the committees
of one, of which it gives the names alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from vigie.answers.grammar import Pronoun, capital, sentence
from vigie.answers.question import Focus
from vigie.answers.render.laws import created
from vigie.answers.render.members import appointed_beside
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.organisations import Body


def describe_body(ident: str, view: View, apart: Collection[str] = ()) -> Reply:
    """Mission first, then level, members, origin, chair and what else it does, without what is told
    `apart` in the same reply (attributes of a get, or "chair")."""
    body = view.body(ident)
    return Reply(
        view.say("body_mission", body=view.noun(ident), mission=body.mission.says),
        tuple(text for told, text in _items(body, view) if told not in apart),
        places=places(
            body.mission, body.level, body.members, body.origin, body.chair, *body.duties
        ),
        focus=Focus((ident,), (), (ident,)),
    )


def mission(ident: str, view: View) -> str:
    """What a body is for, after a sentence that named it."""
    body = view.body(ident)
    return view.say("body_mission", body=Pronoun(body.name), mission=body.mission.says)


def what_it_does(ident: str, view: View) -> Reply:
    """Its mission and what else it does, without how it is made."""
    body, again = view.body(ident), Pronoun(view.body(ident).name)
    does = [view.say("body_does", body=again, does=duty.does) for duty in body.duties]
    lead = view.say("body_mission", body=view.noun(ident), mission=body.mission.says)
    return Reply(
        " ".join(map(sentence, (lead, *does))),
        places=places(body.mission, *body.duties),
        focus=Focus((ident,), (), (ident,)),
    )


def _items(body: Body, view: View) -> Iterator[tuple[str, str]]:
    """What is told of a body, each with the attribute that it is."""
    again = Pronoun(body.name)
    if body.level:
        yield "level", view.say("body_level", body=again, level=body.level.says)
    if body.members:
        yield "number", view.say("body_members", body=again, who=body.members.who)
    if body.origin:
        yield "origin", created(body.id, again, view)
    if body.chair:
        yield "chair", view.say("body_chair", body=again, chair=view.noun(body.chair.agency))
    if body.members and (says := appointed_beside(body.members)):
        yield "appointer", view.say("body_appointed", body=again, says=says)
    for duty in body.duties:
        yield "", view.say("body_does", body=again, does=duty.does)
    for report in view.reports_of(body.id):
        if report.date:
            yield "", view.say("report_dated", report=report.name.fr, date=report.date)


def committees_named(ids: tuple[str, ...], view: View) -> Reply:
    """Several committees: of each the document gives the name alone, which says its matter."""
    return Reply(
        view.say("committees_each"),
        tuple(capital(called(one, view)) for one in ids),
        places=places(*(view.entity(one) for one in ids)),
        focus=Focus(ids, (), ids),
    )
