"""PITF, SPOG and the advisory council: mission, members, chair, level, committees."""

from __future__ import annotations

from typing import Optional

from vigie.answers import wording
from vigie.answers.grammar import listing
from vigie.answers.portraits import body_of
from vigie.answers.question import Focus, Question
from vigie.answers.render import members as render
from vigie.answers.render.portrait import describe_context
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.view import View, places


def describe_effort(question: Question, view: View) -> Outcome:
    """The first thing that the introduction describes: the effort of all, and with whom."""
    contexts = view.knowledge.contexts
    return describe_context(contexts[0].id, view) if contexts else None


def chair(question: Question, view: View) -> Outcome:
    """Who chairs a body; which bodies an agency chairs; both bodies when none is named."""
    bodies = question.ids("body")
    agencies = question.ids("agency")
    if agencies and not bodies:
        return _chairs(agencies[0], view)
    if not bodies:
        # "qui les préside ?" after two bodies asks of both.
        spoken = tuple(s for s in view.focus.subjects if view.kind(s) == "body")
        bodies = spoken if len(spoken) > 1 and wording.has(question.words, "them") else ()
    if not bodies:
        both = wording.has(question.words, "both_bodies")
        known = None if both else body_of(question, view)
        bodies = (known,) if known else tuple(b.id for b in view.knowledge.bodies if b.chair)
    chaired = [view.body(b) for b in bodies if view.body(b).chair]
    if not chaired:
        lead = view.say("no_chair", body=view.noun(bodies[0]))
        return Reply(lead, places=places(view.body(bodies[0])), focus=Focus("chair", (bodies[0],)))
    chairs = {b.chair.agency for b in chaired if b.chair}
    chair_id = next(b.chair.agency for b in chaired if b.chair)
    lead = view.say(
        "chairs",
        chair=view.noun(chair_id),
        bodies=listing(
            [format(view.noun(b.id), "bref" if len(chaired) > 1 else "le") for b in chaired]
        ),
    )
    assert len(chairs) == 1 or len(chaired) > 1
    return Reply(
        lead,
        places=places(*(b.chair for b in chaired)),
        focus=Focus("chair", (chair_id,), (), tuple(b.id for b in chaired)),
    )


def _chairs(agency: str, view: View) -> Reply:
    bodies = view.chaired_by(agency)
    focus = Focus("chair", (agency,), (), tuple(b.id for b in bodies))
    if not bodies:
        return Reply(
            view.say("chairs_nothing", agency=view.noun(agency)),
            places=places(view.entity(agency)),
            focus=focus,
        )
    names = listing([format(view.noun(b.id), "bref") for b in bodies])
    return Reply(
        view.say("chairs", chair=view.noun(agency), bodies=names),
        places=places(*(b.chair for b in bodies)),
        focus=focus,
    )


def level(question: Question, view: View) -> Outcome:
    """The rank of a body, or of those who sit in it."""
    body_id = body_of(question, view)
    if not body_id:
        return Missing("body", ("pitf", "spog", "council"))
    return render.level(body_id, view)


def appointer(question: Question, view: View) -> Outcome:
    """Who appoints the people of a body."""
    return render.appointer(body_of(question, view) or "council", view)


def advises(question: Question, view: View, body_id: Optional[str] = None) -> Outcome:
    """Whom the council advises, and on what; or what another body does in its turn."""
    if body_id:
        body = view.body(body_id)
        lead = view.say(
            "body_does", body=view.noun(body.id), does=listing([duty.does for duty in body.duties])
        )
        return Reply(lead, places=places(*body.duties), focus=Focus("describe", (body.id,)))
    named = body_of(question, view)
    advisers = [b for b in view.knowledge.bodies if b.advises]
    body = next((b for b in advisers if b.id == named), advisers[0])
    does = listing([duty.does for duty in body.duties])
    lead = view.say("body_does", body=view.noun(body.id), does=does)
    return Reply(lead, places=places(*body.duties), focus=Focus("advises", (body.id,)))
