"""The check of a statement about what agencies do."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from vigie.answers.doings import combined, likely_topics
from vigie.answers.grammar import capital, listing
from vigie.answers.programmes import programme_owner
from vigie.answers.question import Focus, Question
from vigie.answers.render.duties import present
from vigie.answers.reply import Outcome, Reply, together
from vigie.answers.roles import matching_duties
from vigie.answers.verdicts import negated, verdict
from vigie.answers.view import Doing, View, owners, places
from vigie.knowledge.model import Duty

_ONLY = re.compile(r"\b(seul|seule|seulement|uniquement|exclusivement|rien que)\b")


def check_role(question: Question, view: View) -> Outcome:
    """Does this agency do that? No comes with who does."""
    agencies = question.ids("agency") or tuple(
        s for s in view.focus.subjects[:1] if view.kind(s) == "agency" and not question.ids("body")
    )
    programmes = question.ids("programme")
    if agencies and programmes:
        fact = programme_owner(
            question.about(*[m for m in question.mentions if m.kind == "programme"]), view
        )
        owner = getattr(view.entity(programmes[0]), "owner", "")
        if not isinstance(fact, Reply):
            return None
        said = verdict(owner in agencies, fact, view, negated(question))
        more = set(question.topics) - set(getattr(view.entity(programmes[0]), "topics", ()))
        rest = question.about(*[m for m in question.mentions if m.kind != "programme"])
        also = check_role(replace(rest, topics=tuple(more)), view) if more else None
        return together((said, also)) if isinstance(also, Reply) else said
    if agencies and not question.topics:
        question = replace(question, topics=likely_topics(question, view))
    if not agencies or not question.topics:
        return None
    subject = agencies[0]
    if _ONLY.search(question.outside):
        return _alone(subject, question, view)
    if len(agencies) > 1 and (each := _each(agencies, question, view)):
        return each
    matched = _matched(subject, question, view)
    if matched:
        lead = view.say(
            "agency_does", agency=view.noun(subject), duties=listing([d.does for d in matched])
        )
        reply = Reply(
            lead,
            places=places(*matched),
            focus=Focus("verify_role", (subject,), question.topics, (subject,)),
        )
        return verdict(True, reply, view, negated(question)).with_(confidence=_score(question))
    doings = combined(question.topics, question.scores, view)
    if not doings:
        return None
    fact = present(doings, question.topics, view)
    focus = Focus(
        "verify_role", (subject,), question.topics, fact.focus.shown if fact.focus else ()
    )
    lead = _denied(agencies, question, view)
    after = fact.lead if not fact.items else ""
    items = fact.items
    text = f"{lead}. {capital(fact.lead)}" if fact.items else lead
    reply = Reply(text, items, after, places=fact.places, focus=focus)
    return verdict(False, reply, view, negated(question)).with_(confidence=_score(question))


def _matched(agency: str, question: Question, view: View) -> tuple[Duty, ...]:
    """What `agency` does of the topics of the question."""
    certain = {t for topic in question.topics for t in view.tables.below(topic)}
    duties = matching_duties(agency, question, view)
    return tuple(d for d in duties if certain.intersection(d.topics))


def _each(agencies: tuple[str, ...], question: Question, view: View) -> Optional[Reply]:
    """ "Le DoJ et le DHS enquêtent": true when each of them does; None when none does."""
    doings = tuple(Doing(a, found) for a in agencies if (found := _matched(a, question, view)))
    if not doings:
        return None
    fact = present(doings, question.topics, view)
    others = tuple(a for a in agencies if a not in owners(doings))
    if others:
        lead = f"{_denied(others, question, view)}. {capital(fact.lead)}"
        fact = fact.with_(lead=lead)
    right = verdict(not others, fact, view, negated(question))
    return right.with_(confidence=_score(question))


def _denied(agencies: tuple[str, ...], question: Question, view: View) -> str:
    """That the document does not say so of `agencies`."""
    topic = listing([view.topic(t).label for t in question.topics])
    if len(agencies) == 1:
        return view.say("does_not", agency=view.noun(agencies[0]), topic=topic)
    names = listing([format(view.noun(a), "le") for a in agencies])
    return view.say("do_not", agencies=names, topic=topic)


def _alone(subject: str, question: Question, view: View) -> Outcome:
    """ "Seul le DHS enquête": true when nobody else does."""
    doings = combined(question.topics, question.scores, view)
    if not doings:
        return None
    ids = [doing.id for doing in doings]
    return verdict(ids == [subject], present(doings, question.topics, view), view).with_(
        confidence=_score(question)
    )


def _score(question: Question) -> float:
    return max((question.scores.get(topic, 0.0) for topic in question.topics), default=0.0)
