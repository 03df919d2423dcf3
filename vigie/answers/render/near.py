"""What somebody does that is near to what is not said of them: the EEOC does not see to the rights
of workers, and sues for them; a bare "non" would be taken for both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Optional

from vigie.answers.grammar import listing, sentence
from vigie.answers.query.model import Claim
from vigie.answers.query.verdict import Verdict
from vigie.answers.render.duties import doing, is_beside_trafficking
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places

MOST, BROADER = 2, 1
"""Duties on a near topic that are told so, and on a broader one, which are near in name alone where
they are several: more are another answer."""


def near_to(subject: str, topics: Sequence[str], view: View) -> Optional[Reply]:
    """What somebody does that is near to these topics, in a sentence, where it was not just told;
    None where they do nothing of the kind, or more than is told beside another answer."""
    if subject not in view.index:
        return None
    told = doing(subject, tuple(one for one in topics if view.index.is_topic(one)), view).duties
    for near, most in _near(topics, view):
        duties = [one for one in doing(subject, (near,), view).duties if one not in told]
        just_told = subject in view.focus.subjects and near in view.focus.topics
        if 0 < len(duties) <= most and not just_told:
            does = listing([duty.does for duty in duties])
            does = f"{format(view.noun(subject), 'il')} {does}"
            return Reply(sentence(view.say("near", fact=does)), places=places(*duties))
    return None


def beside_near(reply: Reply, subject: str, topics: Sequence[str], view: View) -> Reply:
    """`reply`, that somebody does not do something, with what they do that is near to it."""
    near = near_to(subject, topics, view)
    if near is None:
        return reply
    cited = tuple(dict.fromkeys((*reply.places, *near.places)))
    return reply.with_(after=f"{reply.after} {near.lead}".strip(), places=cited)


def with_near(reply: Reply, claim: Claim, found: Verdict, view: View) -> Reply:
    """The same of the reply to a claim, where that is refuted."""
    refuted = claim.relation == "does" and found.truth != "yes" and not (claim.only or claim.whole)
    if not refuted or reply.items:
        return reply
    return beside_near(reply, str(claim.subject), tuple(map(str, claim.values)), view)


def by_others(subject: str, topics: Sequence[str], view: View) -> Optional[Reply]:
    """What one or two others do on a broader topic, or on a near one: of suits in the name of
    workers the EEOC alone is told, and the DoJ oversees prosecutions."""
    known = [view.topic(one) for one in topics if view.index.is_topic(one)]
    wider, near = (o for one in known for o in one.within), (o for one in known for o in one.near)
    for other in (*wider, *near):
        every = (one for one in view.world.left("does", other) if one != subject)
        doers = [o for o in every if not is_beside_trafficking(Claim("does", o, (other,)), view)]
        if 0 < len(doers) <= MOST:
            told = [f"{called(one, view)} {_does(one, other, view)}" for one in doers]
            cited = (place for one in doers for place in view.world.places("does", one, other))
            lead = view.say("near", fact=" ; ".join(told))
            return Reply(sentence(lead), places=places(*cited))
    return None


def _does(one: str, topic: str, view: View) -> str:
    return listing([duty.does for duty in doing(one, (topic,), view).duties])


def _near(topics: Sequence[str], view: View) -> Iterator[tuple[str, int]]:
    """The topics near to some, then the broader ones, each with how many duties are told of it."""
    known = [view.topic(one) for one in topics if view.index.is_topic(one)]
    yield from ((near, MOST) for one in known for near in one.near)
    yield from ((wider, BROADER) for one in known for wider in one.within)
