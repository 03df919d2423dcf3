"""Laws and dates: what created what, when, and what a law changed."""

from __future__ import annotations

from typing import Optional, Sequence

from vigie.answers import counting, wording
from vigie.answers.grammar import capital
from vigie.answers.portraits import portrayed
from vigie.answers.question import Focus, Question
from vigie.answers.render import laws as render
from vigie.answers.render.laws import describe_law, law_of
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.verdicts import verdict
from vigie.answers.view import View, places


def subject_of(question: Question, view: View, *kinds: str) -> Optional[str]:
    """What a question of law or date is about: named, or last spoken of."""
    named = question.ids(*kinds)
    if named:
        return named[0]
    return next(
        (s for s in (*view.focus.subjects, *view.focus.shown[:1]) if view.kind(s) in kinds), None
    )


def origin_law(question: Question, view: View) -> Outcome:
    """The law that created a body."""
    named = question.ids("body")
    if len(named) > 1:
        return _origins(named, question, view)
    if not named and wording.has(question.words, "laws"):
        return all_laws(view)
    subject = (
        named[0]
        if named
        else subject_of(question, view, "body", "committee") or portrayed(question)
    )
    if subject is None:
        laws = question.ids("law")
        return describe_law(laws[0], view) if laws else Missing("body", ("pitf", "spog", "council"))
    body_id = subject if view.kind(subject) == "body" else view.knowledge.committees[0].body
    return render.origin_law(body_id, view)


def _origins(ids: tuple[str, ...], question: Question, view: View) -> Reply:
    """Where each body comes from; whether it is from the same, where that is asked."""
    bodies = [view.body(i) for i in ids]
    items = tuple(capital(render.created(b.id, view.noun(b.id), view)) for b in bodies if b.origin)
    reply = Reply(
        view.say("origins"),
        items,
        places=places(*(b.origin for b in bodies)),
        focus=Focus("origin_law", tuple(ids), (), tuple(ids)),
    )
    if not wording.has(question.outside, "same"):
        return reply
    origins = {(b.origin.law, b.origin.year) for b in bodies if b.origin}
    return verdict(len(origins) == 1, reply, view)


def origin_date(question: Question, view: View) -> Outcome:
    """Since when a body exists, when a law or a report is from."""
    named = question.ids("body", "law", "report")
    bodies = question.ids("body")
    laws = question.ids("law")
    if len(bodies) > 1:
        return _origins(bodies, question, view)
    written = wording.has(question.words, "written") or wording.has(question.words, "handed_in")
    about_report = question.ids("report") or (
        written and (wording.has(question.words, "first") or _has_dated_report(question, view))
    )
    if about_report and not laws:
        return _report_date(question, view)
    if len(laws) == 1 and not bodies:
        changes = [o for o in view.knowledge.laws if o.amends == laws[0]]
        if changes and wording.has(question.words, "amended"):
            return describe_law(changes[0].id, view)
        return render.origin_date(laws[0], view)
    if not named and counting.years(question.words):
        return law_effect(question, view)
    subject = (
        named[0]
        if named
        else subject_of(question, view, "body", "law", "report") or portrayed(question)
    )
    if subject is None:
        return Missing("body", ("pitf", "spog", "council"))
    return render.origin_date(subject, view)


def _has_dated_report(question: Question, view: View) -> bool:
    """Whether the body asked about is the one whose report has a date."""
    body = subject_of(question, view, "body") or portrayed(question)
    return any(report.date and report.owner == body for report in view.knowledge.reports)


def _report_date(question: Question, view: View) -> Outcome:
    named = next(iter(question.ids("report")), "")
    dated = [r for r in view.knowledge.reports if r.date]
    report = next((r for r in view.knowledge.reports if r.id == named), dated[0] if dated else None)
    return render.origin_date(report.id, view) if report else None


def all_laws(view: View, ids: Sequence[str] = ()) -> Reply:
    """Every law that the document cites, or those of `ids`, with what it did."""
    laws = [law for law in view.knowledge.laws if not ids or {law.id, law.amends} & set(ids)]
    items = tuple(capital(render.about(law, view)) for law in laws)
    return Reply(
        view.say("laws"),
        items,
        places=places(*laws),
        focus=Focus("law_effect", (), (), tuple(law.id for law in laws)),
    )


def by_age(question: Question, view: View) -> Outcome:
    """The oldest of the laws cited, or the newest, as far as their years are told: one without
    a year is older than the law that changed it."""
    dated = sorted((law for law in view.knowledge.laws if law.year), key=lambda law: law.year or 0)
    if not dated:
        return None
    first, last = dated[0], dated[-1]
    changed = next((law for law in view.knowledge.laws if law.id == first.amends), None)
    if not wording.has(question.words, "recent") and changed and not changed.year:
        lead = view.say("oldest_law", law=view.noun(changed.id), year=first.year)
        return Reply(lead, places=places(changed, first), focus=Focus("describe", (changed.id,)))
    law = last if wording.has(question.words, "recent") else first
    which = "La plus récente" if law is last else "La plus ancienne"
    lead = view.say("law_of_year", which=which, law=view.noun(law.id), year=law.year)
    return Reply(lead, places=places(law), focus=Focus("describe", (law.id,)))


def law_effect(question: Question, view: View) -> Outcome:
    """What a law, or a year, set up."""
    laws = question.ids("law")
    years = counting.years(question.words)
    if years and not (laws and len(laws) == 1 and law_of(laws[0], view).year in years):
        dated = [law.id for law in view.knowledge.laws if law.year in years]
        if dated:
            laws = tuple(dated)
        elif 2016 in years:
            return _report_date(question, view)
    if len(laws) < 2 and not years and wording.has(question.words, "laws"):
        return all_laws(view)
    if len(set(laws)) > 1 and not years:
        return all_laws(view, laws)
    if not laws and question.ids("body"):
        return origin_law(question, view)
    if not laws:
        known = subject_of(question, view, "law")
        if not known:
            return Missing("law", tuple(law.id for law in view.knowledge.laws))
        laws = (known,)
    return describe_law(laws[-1] if len(laws) > 1 and years else laws[0], view)
