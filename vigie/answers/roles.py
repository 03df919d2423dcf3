"""What one agency does: all of it, or about one thing."""

from __future__ import annotations

from typing import Sequence

from vigie.answers.grammar import Noun, capital, listing, sentence
from vigie.answers.question import Focus, Question
from vigie.answers.render.portrait import describe_agency, describe_any, summary
from vigie.answers.render.publications import publishing
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.view import View, places
from vigie.knowledge.model import Duty

ASPECT_SCORE = 0.25
"""Least topic score to tell which of one agency's few duties a question is about."""
SHORT_REST = 2
"""Duties beside those asked for that are worth a sentence more."""


def describe_aspect(question: Question, view: View) -> Outcome:
    """What one agency does about one thing: those of its duties that match best."""
    subjects = question.ids("agency", "body") or tuple(
        s for s in view.focus.subjects if view.kind(s) in ("agency", "body")
    )
    if not subjects:
        named = question.ids()
        return describe_any(named[0], view) if named else Missing("subject")
    subject = subjects[0]
    whose = [p for p in question.ids("programme") if owner_of(p, view) == subject]
    if whose and not question.topics:
        from vigie.answers.programmes import programme_owner

        return programme_owner(question, view)
    if view.kind(subject) == "body":
        return describe_any(subject, view)
    if question.excluded_topics:
        return _all_but(subject, question, view)
    if len(subjects) > 1 and all(view.kind(s) == "agency" for s in subjects):
        return _stack([_aspect(s, question, view) for s in subjects[:3]], subjects[:3], view)
    return _aspect(subject, question, view)


def owner_of(entity_id: str, view: View) -> str:
    """The agency of a programme or a report."""
    return str(getattr(view.entity(entity_id), "owner", ""))


def _all_but(subject: str, question: Question, view: View) -> Reply:
    gone = {t for topic in question.excluded_topics for t in view.tables.below(topic)}
    rest = tuple(d for d in view.agency(subject).duties if not gone.intersection(d.topics))
    reports = view.reports_of(subject)
    items = [capital(duty.does) for duty in rest]
    if reports:
        titles = [f"{Noun(r.name):titre}" for r in reports]
        items.append(capital(publishing(reports, titles, view)))
    lead = view.say("agency_also", agency=view.noun(subject))
    return Reply(
        lead,
        tuple(items),
        places=places(*rest, *reports),
        focus=Focus("describe", (subject,), (), (subject,)),
    )


def _aspect(subject: str, question: Question, view: View) -> Reply:
    duties = matching_duties(subject, question, view)
    if not duties:
        reply = describe_agency(subject, view)
        return reply.with_(confidence=0.6) if question.topics else reply
    rest = [duty for duty in view.agency(subject).duties if duty not in duties]
    after = ""
    if 0 < len(rest) <= SHORT_REST:
        after = view.say(
            "agency_rest", agency=view.noun(subject), duties=listing([d.does for d in rest])
        )
    return Reply(
        view.say(
            "agency_does", agency=view.noun(subject), duties=listing([d.does for d in duties])
        ),
        after=after,
        places=places(*duties, *(rest if after else ())),
        focus=Focus("describe", (subject,), question.topics, (subject,)),
    )


def matching_duties(agency: str, question: Question, view: View) -> Sequence[Duty]:
    """The duties of `agency` on the topics of the question: certain ones, else the best scored."""
    duties = view.agency(agency).duties
    wanted = {t for topic in question.topics for t in view.tables.below(topic)}
    certain = tuple(d for d in duties if wanted.intersection(d.topics))
    if certain:
        return certain
    scored = [
        (max((question.scores.get(t, 0.0) for t in d.topics), default=0.0), d) for d in duties
    ]
    best = max((score for score, _ in scored), default=0.0)
    if best < ASPECT_SCORE:
        return ()
    return tuple(d for score, d in scored if score >= 0.6 * best)


def describe(question: Question, view: View) -> Outcome:
    """What a named thing is and does."""
    ids = question.ids() or view.focus.subjects[:1]
    if not ids:
        return Missing("subject")
    if len(ids) > 1 and len({view.kind(i) for i in ids}) == 1 and len(ids) <= 3:
        replies = [describe_any(i, view) for i in ids]
        return _stack(replies, ids, view)
    return describe_any(ids[0], view)


def _stack(replies: Sequence[Reply], ids: Sequence[str], view: View) -> Reply:
    """A sentence for each where that is enough, else an item for each."""
    lead = " ".join(sentence(reply.lead) for reply in replies)
    items: tuple[str, ...] = ()
    if any(reply.items for reply in replies):
        lead = view.say("compare", names=listing([format(view.noun(i), "bref") for i in ids]))
        items = tuple(capital(summary(i, view)) for i in ids)
    return Reply(
        lead,
        items,
        places=tuple(dict.fromkeys(p for reply in replies for p in reply.places)),
        focus=Focus("describe", tuple(ids), (), tuple(ids)),
    )
