"""What somebody does that is near to what is not said of them: the EEOC does not see to the rights
of workers, and sues for them; a bare "non" would be taken for both."""

from __future__ import annotations

from vigie.answers.grammar import sentence
from vigie.answers.query.model import Claim
from vigie.answers.query.verdict import Verdict
from vigie.answers.render.duties import doing
from vigie.answers.reply import Reply
from vigie.answers.view import View, places

MOST = 1
"""Duties that are told so: more are another answer."""


def with_near(reply: Reply, claim: Claim, found: Verdict, view: View) -> Reply:
    """`reply`, that somebody does not do something, with what they do that is near to it, where
    that is one thing and was not just told."""
    subject = str(claim.subject)
    refuted = claim.relation == "does" and found.truth != "yes" and not (claim.only or claim.whole)
    if not refuted or subject not in view.index or reply.items:
        return reply
    for near in _near(claim, view):
        duties = doing(subject, (near,), view).duties
        just_told = subject in view.focus.subjects and near in view.focus.topics
        if 0 < len(duties) <= MOST and not just_told:
            does = f"{format(view.noun(subject), 'il')} {duties[0].does}"
            fact = sentence(view.say("near", fact=does))
            cited = tuple(dict.fromkeys((*reply.places, *places(*duties))))
            return reply.with_(after=f"{reply.after} {fact}".strip(), places=cited)
    return reply


def _near(claim: Claim, view: View) -> list[str]:
    """The topics near to those of a claim, then the broader ones."""
    topics = [view.topic(str(one)) for one in claim.values if view.index.is_topic(str(one))]
    return [*(n for one in topics for n in one.near), *(w for one in topics for w in one.within)]
