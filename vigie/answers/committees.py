"""The standing committees of the SPOG: all, one, or the one on a topic."""

from __future__ import annotations

import re

from vigie.answers import counting, wording
from vigie.answers.bodies import advises
from vigie.answers.grammar import listing, number
from vigie.answers.portraits import body_of
from vigie.answers.question import Focus, Question
from vigie.answers.render.portrait import describe_committee
from vigie.answers.reply import Outcome, Reply
from vigie.answers.view import View, places
from vigie.knowledge.model import Committee
from vigie.knowledge.text import fold


def list_committees(question: Question, view: View) -> Outcome:
    """The standing committees in order, one of them, or the one on a topic."""
    committees = view.knowledge.committees
    named = question.ids("committee")
    if wording.has(question.words, "how_often"):
        return advises(question.about(), view, committees[0].body)
    asked = counting.ordinals(question.words)
    by_topic = [c for c in committees if set(c.topics) & set(question.topics)] or _likely(
        question, view
    )
    if len(named) == 1:
        return describe_committee(named[0], view)
    if asked and len(asked) == 1 and abs(asked[0]) <= len(committees):
        picked = committees[asked[0] - 1 if asked[0] > 0 else asked[0]]
        return describe_committee(picked.id, view)
    if by_topic and len(by_topic) <= 2 and not wording.has(question.words, "all"):
        reply = describe_committee(by_topic[0].id, view)
        return reply if len(by_topic) == 1 else _several(by_topic, view, "committees_on")
    gone = {*question.ids("committee", excluded=True)}
    gone.update(c.id for c in committees if set(c.topics) & set(question.excluded_topics))
    if gone:
        return _several([c for c in committees if c.id not in gone], view, "committees_others")
    lead = view.say(
        "committees", number=number(len(committees)), body=view.noun(committees[0].body)
    )
    return Reply(
        lead,
        tuple(c.theme for c in committees),
        places=places(*committees),
        focus=Focus("list_committees", (committees[0].body,), (), tuple(c.id for c in committees)),
    )


def seats(question: Question, view: View) -> Outcome:
    """Who sits on a committee: the document does not say."""
    committees = view.knowledge.committees
    if not committees:
        return None
    lead = view.say("committee_seats", body=view.noun(committees[0].body))
    return Reply(
        lead,
        places=places(*committees),
        focus=Focus("list_committees", (committees[0].body,), (), tuple(c.id for c in committees)),
    )


def _likely(question: Question, view: View) -> list[Committee]:
    """The committee that the words come nearest to, when one is asked for in the singular."""
    scored = [
        (max((question.scores.get(t, 0.0) for t in c.topics), default=0.0), c)
        for c in view.knowledge.committees
    ]
    score, best = max(scored, key=lambda pair: pair[0])
    singular = re.search(r"\b(comite|working groupe?|groupe de travail)\b", question.words)
    if score >= (0.12 if singular else 0.3):
        return [best]
    if not singular:
        return []
    by_word = [
        c
        for c in view.knowledge.committees
        if set(fold(c.theme).split()) & set(question.outside.split()) & _TELLING
    ]
    return by_word if len(by_word) == 1 else []


_TELLING = frozenset(
    "victimes recherche donnees subventions sensibilisation approvisionnement logistique "
    "education public".split()
)


def _several(committees: list[Committee], view: View, response: str) -> Reply:
    lead = view.say(response, number=number(len(committees)), body=view.noun(committees[0].body))
    return Reply(
        lead,
        tuple(c.theme for c in committees),
        places=places(*committees),
        focus=Focus("list_committees", (committees[0].body,), (), tuple(c.id for c in committees)),
    )


def count_committees(question: Question, view: View) -> Outcome:
    """How many standing committees the SPOG has, and their themes."""
    body_id = body_of(question, view) or view.knowledge.committees[0].body
    mine = [c for c in view.knowledge.committees if c.body == body_id]
    if not mine:
        lead = view.say(
            "no_committee",
            body=view.noun(body_id),
            other=view.noun(view.knowledge.committees[0].body),
        )
        return Reply(
            lead,
            places=places(view.knowledge.committees[0]),
            focus=Focus("count_committees", (body_id,)),
        )
    lead = view.say(
        "committees_counted",
        number=number(len(mine)),
        body=view.noun(body_id),
        themes=listing([c.theme for c in mine]),
    )
    return Reply(
        lead,
        places=places(*mine),
        focus=Focus("count_committees", (body_id,), (), tuple(c.id for c in mine)),
    )
