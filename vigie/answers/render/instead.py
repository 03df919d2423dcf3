"""The fact that stands where a claim is wrong."""

from __future__ import annotations

from typing import Optional

from vigie.answers.grammar import capital, listing, sentence, unique
from vigie.answers.query.model import UNKNOWN, Claim
from vigie.answers.query.relations import ANY
from vigie.answers.query.verdict import Verdict
from vigie.answers.render.attributes import attribute
from vigie.answers.render.bodies import what_it_does
from vigie.answers.render.duties import do_it
from vigie.answers.render.facts import cited, stated
from vigie.answers.render.how_many import counted
from vigie.answers.render.in_brief import sees_to
from vigie.answers.render.outsiders import is_outside, outsider_does, outsider_in
from vigie.answers.render.portrait import describe_any, is_known
from vigie.answers.render.undecided import is_of_bodies
from vigie.answers.render.words import called, labels_of, unnamed
from vigie.answers.reply import Reply
from vigie.answers.view import View, places

ASKED_OF = {
    "year": "date",
    "number": "number",
    "freq": "frequency",
    "level": "level",
    "appoints": "appointer",
    "survivors": "composition",
}
"""The attribute that a claim of a relation is about."""


def instead(claim: Claim, found: Verdict, view: View) -> Optional[Reply]:
    """The fact that stands where a claim is wrong."""
    subject = str(claim.subject)
    asked = ASKED_OF.get(claim.relation)
    if claim.relation == "count":
        return counted(claim, found, view)
    if not claim.values:  # it describes what is not there
        return None
    if asked == "appointer":
        return attribute(asked, str(claim.values[0]), view)
    if asked and subject in view.index:
        return attribute(asked, subject, view)
    if UNKNOWN in claim.values:
        return _beyond(subject, view)
    if claim.relation == "does" and (not claim.only or is_outside(claim)):
        return (outsider_does if is_outside(claim) else _does_not)(claim, found, view)
    if claim.only:
        return _others(claim, found, view)
    if claim.relation == "in":
        return _membership(claim, view)
    if claim.relation in ("publishes", "runs", "chairs", "creates", "amends", "of", "advises"):
        return _owners(claim, found, view)
    if subject not in view.index:
        return None
    if claim.relation == "kind":
        return Reply(stated(claim, view), places=places(view.entity(subject)))
    return (_what_it_is if claim.relation == "is" else describe_any)(subject, view)


def _beyond(subject: str, view: View) -> Reply:
    """What is told of a thing of which something is claimed that has no topic: what has changed
    since, where that is its end, or else what it is; in short of an agency, and of a body that was
    spoken of. It may say in other words what is claimed: that nothing is said would be untrue,
    but where all that an agency does was told lately."""
    if subject not in view.index:
        return unnamed(subject, view)
    if ended(subject, view):
        return Reply(view.say("known_today"), places=places(view.entity(subject)))
    told = describe_any(subject, view)
    if view.kind(subject) == "agency" and told.items:
        if is_known(subject, view):
            return told.with_(lead="", items=())
        short = view.say("in_short", names=sees_to(subject, view))
        return told.with_(lead=short, items=())
    if view.kind(subject) == "body" and is_known(subject, view):
        return what_it_does(subject, view)
    return told


def _what_it_is(subject: str, view: View) -> Reply:
    """All that is told of a thing of which something else is said, known already or not: it may
    say the same in other words."""
    return (_beyond if ended(subject, view) else describe_any)(subject, view)


def ended(ident: str, view: View) -> bool:
    """Whether a thing no longer does what it did when the document was written."""
    updates = (one.update for one in view.tables.changes)
    return any(one.ends and one.about == ident for one in updates)


def _does_not(claim: Claim, found: Verdict, view: View) -> Reply:
    """That the document does not say that it does so; then who does."""
    topics = [str(v) for v in claim.values]
    lead = view.say(
        "says_not_does", who=called(str(claim.subject), view), of=labels_of(topics, view)
    )
    after = do_it(found.subjects, view)
    own = [view.entity(str(claim.subject))] if str(claim.subject) in view.index else []
    return Reply(
        f"{sentence(lead)} {after}".strip(),
        places=cited("does", found.subjects, topics, view) or places(*own),
    )


def _others(claim: Claim, found: Verdict, view: View) -> Reply:
    """That it is not the only one, or does not at all."""
    subject = str(claim.subject)
    others = [s for s in found.subjects if s != subject]
    if not others:
        return Reply(view.say("none_told"), reason="topic")
    who = listing([called(s, view) for s in others])
    response = "also_do" if subject in found.subjects else "do_instead"
    topics = [str(one) for one in claim.values if view.index.is_topic(str(one))]
    if response == "do_instead" and topics:  # it may well do something near to that
        response = "do_it_instead"
    return Reply(
        view.say(response, who=who, what=called(subject, view), of=labels_of(topics, view)),
        places=cited(claim.relation, found.subjects, claim.values, view),
    )


def _membership(claim: Claim, view: View) -> Optional[Reply]:
    """What is told of the membership of somebody; of a body made of others' people, of whom."""
    subject = str(claim.subject)
    if is_of_bodies(claim, view):
        return attribute("composition", subject, view)
    return _in_none(subject, view) if ANY in claim.values else _not_in(claim, view)


def _in_none(subject: str, view: View) -> Reply:
    """What is told of who is a member of nothing."""
    return describe_any(subject, view) if subject in view.index else unnamed(subject, view)


def _not_in(claim: Claim, view: View) -> Reply:
    subject, body = str(claim.subject), str(claim.values[0])
    if is_outside(claim):
        return outsider_in(claim, view)
    lead = view.say("not_among", who=capital(called(subject, view)), body=view.noun(body))
    members = view.body(body).members
    after = view.say("body_members", body=view.noun(body), who=members.who) if members else ""
    where = (members.list_place or members.place) if members else view.body(body).place
    return Reply(sentence(lead), after=capital(after), places=places(where))


def _owners(claim: Claim, found: Verdict, view: View) -> Optional[Reply]:
    """Who does stand in the relation with the value; else what the subject does stand in it
    with; else what the subject is."""
    subject = str(claim.subject)
    values = tuple(v for v in claim.values if isinstance(v, str))
    if found.subjects and values and values[0] in view.index:
        said = unique(stated(Claim(claim.relation, s, values), view) for s in found.subjects[:3])
        return Reply(
            " ".join(map(sentence, said)),
            places=cited(claim.relation, found.subjects, values, view),
        )
    unled = [v for v in values if claim.relation == "chairs" and v in view.index]
    nobody = sentence(view.say("no_chair", body=view.noun(unled[0]))) if unled else ""
    if found.values and subject in view.index:
        right = Claim(claim.relation, subject, found.values)
        return Reply(
            f"{nobody} {stated(right, view)}".strip(),
            places=cited(claim.relation, (subject,), found.values, view),
        )
    if nobody:
        return Reply(nobody, places=places(view.entity(unled[0])))
    if subject not in view.index:
        return unnamed(subject, view)
    none = f"none_{claim.relation}"
    if none in view.phrases:
        return Reply(view.say(none, who=called(subject, view)), places=places(view.entity(subject)))
    return describe_any(subject, view)
