"""Of whom the document does not name: neither yes nor no, then whom it does name."""

from __future__ import annotations

from vigie.answers.grammar import listing, sentence
from vigie.answers.query.model import UNKNOWN, Claim
from vigie.answers.query.verdict import Verdict
from vigie.answers.render.facts import cited
from vigie.answers.render.words import called, labels, unnamed
from vigie.answers.reply import Reply
from vigie.answers.view import View, places


def is_outside(claim: Claim) -> bool:
    """Whether a claim is of what the document does not name."""
    return str(claim.subject).startswith(UNKNOWN)


def denies_nothing(claim: Claim, view: View) -> bool:
    """Whether the document denies nothing of a claim that it does not make: of whom it does not
    name, where that is said not to be so; and of a law that it does not say to amend another,
    which many may do."""
    if claim.only or claim.relation != "amends":
        return is_outside(claim) and claim.denied
    return str(claim.subject) not in view.world.right("amends", str(claim.values[0]))


def outsider_does(claim: Claim, found: Verdict, view: View) -> Reply:
    """That it names nothing of the kind, which is no "no"; then who it names for that, if that is
    a topic."""
    topics = [str(v) for v in claim.values if view.world.index.is_topic(str(v))]
    if not topics:
        return unnamed(str(claim.subject), view)
    lead = view.say("not_named", who=called(str(claim.subject), view))
    who = listing([called(one, view, "bref") for one in found.subjects])
    after = view.say("none_but", who=who, topic=labels(topics, view)) if who else ""
    return Reply(
        f"{sentence(lead)} {after}".strip(),
        kind="answer" if who else "refusal",
        reason="outsider",
        places=cited(claim.relation, found.subjects, topics, view),
    )


def outsider_in(claim: Claim, view: View) -> Reply:
    """That it is none of the organisations that the document cites; in a body of persons, that it
    names nobody of the kind."""
    body = view.body(str(claim.values[0]))
    listed = body.members.list_place if body.members else None
    lead = view.say("not_cited" if listed else "not_named", who=called(str(claim.subject), view))
    return Reply(lead, places=places(listed or body.place))
