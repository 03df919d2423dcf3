"""What the document does say of a matter, beside what it does not give of it.

How long a witness may stay it does not say; that they may "le temps de l'enquête" it does. That the
DHS makes them stay it does not say either; that it lets them, it does.
"""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital, listing, sentence
from vigie.answers.query.model import UNKNOWN, Argument, Condition, Query, Select
from vigie.answers.question import Question
from vigie.answers.reading.evidence import SURE_TOPIC
from vigie.answers.render.duties import does, doing
from vigie.answers.render.instead import ended
from vigie.answers.render.near import beside_near
from vigie.answers.render.only_says import only_says
from vigie.answers.render.words import called, label
from vigie.answers.reply import Reply
from vigie.answers.view import View, places

OPEN_ENDED = "other"
"""What is asked for that has no name of its own among what the document does not give."""
OF_A_MATTER = (OPEN_ENDED, "term", "why", "results")
"""What is asked of a matter as often as of the one who sees to it."""


NOBODY = Select("agency", (Condition("does", (UNKNOWN,)),))
"""Who does what the document says of nobody: "qui forme les magistrats ?"."""


def has_no_name(query: Query) -> bool:
    """Whether what is asked has no name of its own, so that it may be something else each time."""
    claims = query.claims
    return query.want == OPEN_ENDED or (
        bool(claims) and all(UNKNOWN in claim.values for claim in claims)
    )


def beside_what_is_said(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """That the document does not give something of an agency, or does not say of it what is
    claimed, then what it does say of the matter; `reply` as it is where that is nothing, or
    something else is asked."""
    if query.act == "get" and query.want in OF_A_MATTER and not reply.after:
        return _asked(reply, query, question, view)
    if query.act == "select" and query.select == NOBODY:
        return _sought(reply, question, view)
    if query.act == "verify" and len(query.claims) == 1 and UNKNOWN in query.claims[0].values:
        return _claimed(reply, query.claims[0].subject, question, view)
    return reply


def _asked(reply: Reply, query: Query, question: Question, view: View) -> Reply:
    """Whatever has no name of its own may be in the fact that follows, in other words: "seul, ou
    avec d'autres ?" of somebody who has partners."""
    if len(query.subjects) != 1:
        return reply
    one = query.subjects[0]
    fact, cited = _told(one, _topics(question), view)
    if fact and query.want == OPEN_ENDED:
        told = reply.with_(lead=only_says(fact, view), after="", kind="answer", places=cited)
        return beside_near(told, str(one), _topics(question), view)
    if not fact and not ended(str(one), view):  # of what was spoken of, which it may not be about
        fact, cited = _told(one, view.focus.topics[:1], view)
    if not fact:
        return reply
    lead = view.say("not_told") if query.want == OPEN_ENDED else reply.lead
    return reply.with_(lead=lead, after=fact, kind="answer", places=cited)


def _sought(reply: Reply, question: Question, view: View) -> Reply:
    """Who sees to the matter of what the document says of nobody."""
    for topic in _topics(question)[:1]:
        some = tuple(one for one in view.world.left("does", topic) if view.kind(one) == "agency")
        if some:
            who = listing([called(one, view, "bref") for one in some])
            after = view.say("of_the_matter", topic=label(topic, view), who=who)
            duties = (duty for one in some for duty in doing(one, (topic,), view).duties)
            return reply.with_(after=after, places=places(*duties))
    return reply


def _claimed(reply: Reply, subject: Argument, question: Question, view: View) -> Reply:
    """A claim gets the fact in the place of all that the agency does, or did: that of the matter
    that it names, or that was spoken of ("donc c'est limité dans le temps ?")."""
    for topics in (_topics(question), view.focus.topics[:1]):
        fact, cited = _told(subject, topics, view)
        if fact:
            break
    if not fact or ended(str(subject), view):
        return reply
    return reply.with_(lead=view.say("claim_unsaid", fact=fact), items=(), after="", places=cited)


def _topics(question: Question) -> list[str]:
    return [topic for topic, score in question.scores.items() if score >= SURE_TOPIC]


def _told(
    one: Argument, topics: Sequence[str], view: View
) -> tuple[str, tuple[tuple[str, int], ...]]:
    """What an agency does about topics as a sentence, and where; "" for nothing, or no agency."""
    if not isinstance(one, str) or one not in view.index or view.kind(one) != "agency":
        return "", ()
    found = doing(one, topics, view)
    if not found.duties:
        return "", ()
    return capital(sentence(does(one, topics, view))), places(*found.duties)
