"""Reports: which there are, who publishes them, how often."""

from __future__ import annotations

import re
from typing import Sequence

from vigie.answers import counting, wording
from vigie.answers.grammar import capital, number
from vigie.answers.portraits import portrayed
from vigie.answers.question import Focus, Question
from vigie.answers.render.publications import publication, report_of, rhythm, titled
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.verdicts import negated
from vigie.answers.view import View, places
from vigie.knowledge.model import Report


def report_content(question: Question, view: View) -> Outcome:
    """What a report says is not in the document: who publishes it is."""
    agencies = question.ids("agency", "body") or _pronoun_owner(question, view)
    found = reports_meant(question, view) or [
        r for r in view.knowledge.reports if r.owner in agencies
    ]
    if wording.has(question.words, "asks_who"):
        return None
    if not found and wording.has(question.words, "one_report"):
        return Missing("report", tuple(r.id for r in view.knowledge.reports))
    if len(found) != 1:
        return None
    where = wording.has(question.words, "where_to_read")
    lead = view.say("report_where" if where else "report_content", fact=publication(found[0], view))
    return Reply(lead, places=places(found[0]), focus=_owned(found[0], view).focus)


def report_owner(question: Question, view: View) -> Outcome:
    """Who publishes a report, by title, by date or by what it is about."""
    if question.ids(excluded=True):
        return list_reports(question, view)
    found = reports_meant(question, view)
    if len(found) == 1:
        return _owned(found[0], view)
    if len(found) > 1 and len({r.owner for r in found}) == 1:
        return listed_reports(found, view, focus_subject=found[0].owner)
    if question.ids("agency", "body"):
        return list_reports(question, view)
    if found:
        return listed_reports(found, view, annual=all(r.frequency for r in found))
    return Missing("report", tuple(r.id for r in found or view.knowledge.reports))


def reports_meant(question: Question, view: View) -> list[Report]:
    """The reports that a question names or describes."""
    ids = [i for m in question.mentions if m.kind == "report" and not m.excluded for i in m.ids]
    if ids:
        return [report_of(i, view) for i in dict.fromkeys(ids)]
    if 2016 in counting.years(question.words):
        return [r for r in view.knowledge.reports if "2016" in r.date]
    by_words = view.tables.titles.best(question.words)
    if by_words:
        return [report_of(i, view) for i in by_words]
    made = r"\b(fabriqu|fait|produi|enfant|goss|gamin|mioche|force|esclav)"
    if "liste" in question.words and re.search(made, question.outside):
        return [r for r in view.knowledge.reports if r.name.fr.startswith("Liste")]
    if re.search(r"\blistes\b", question.words) and not wording.has(question.words, "all"):
        return [r for r in view.knowledge.reports if r.name.fr.startswith("Liste")]
    if re.search(
        r"\brapport\b.*\btraite\b|\btraite\b.*\brapport\b|\bdeux\b.*\brapports\b.*\btraite\b",
        question.words,
    ) and not question.ids("agency", "body"):
        yearly = [r for r in view.knowledge.reports if r.frequency]
        world = re.search(
            r"\b(monde|mondial|pays|international\w*|grand|gros|planete)\b", question.words
        )
        return yearly[:1] if world and "deux" not in question.words else yearly
    if re.search(r"\b(enfants?|timoun|gamins?|goss\w*|gosse|mineurs?|mioches?)\b", question.words):
        return [r for r in view.knowledge.reports if "enfants" in r.name.fr]
    by_topic = [r for r in view.knowledge.reports if set(r.topics) & set(question.topics)]
    agencies = question.ids("agency", "body")
    if agencies and by_topic:
        by_topic = [r for r in by_topic if r.owner in agencies]
    return by_topic


def _owned(report: Report, view: View) -> Reply:
    return Reply(
        publication(report, view),
        places=places(report),
        focus=Focus("report_owner", (report.owner,), (), (report.id,)),
    )


def listed_reports(
    reports: Sequence[Report], view: View, focus_subject: str = "", annual: bool = False
) -> Reply:
    """The reports one below the other, or one alone as a sentence."""
    ids = tuple(r.id for r in reports)
    cited = places(*reports)
    focus = Focus("list_reports", (focus_subject,) if focus_subject else (), (), ids)
    if len(reports) == 1:
        return Reply(publication(reports[0], view), places=cited, focus=focus)
    if focus_subject:
        lead = view.say(
            "owner_reports", owner=view.noun(focus_subject), number=number(len(reports))
        )
        return Reply(lead, tuple(titled(r) for r in reports), places=cited, focus=focus)
    lead = view.say("annual_reports" if annual else "all_reports", number=number(len(reports)))
    return Reply(
        lead, tuple(capital(publication(r, view)) for r in reports), places=cited, focus=focus
    )


def list_reports(question: Question, view: View) -> Outcome:
    """The reports asked for: an agency's, the annual ones, those on a topic, or all."""
    named = [i for m in question.mentions if m.kind == "report" for i in m.ids if not m.excluded]
    often = wording.has(question.words, "how_often")
    if often and not question.ids():
        named = named or _spoken_of(view)
    if named:
        return _frequency(named[0], view) if often else _named(named, view)
    owners = question.ids("agency", "body") or _pronoun_owner(question, view)
    if not owners and portrayed(question) == "council":
        owners = ("council",)
    gone = question.ids(excluded=True)
    reports = [r for r in view.knowledge.reports if r.owner not in gone]
    if owners:
        return _of(owners, reports, question, view)
    if wording.has(question.words, "annual"):
        return _by_rhythm(reports, question, view)
    described = [] if wording.has(question.words, "all") else reports_meant(question, view)
    by_topic = [r for r in reports if r in described]
    if by_topic and len(by_topic) < len(reports):
        one = {r.owner for r in by_topic}
        return listed_reports(by_topic, view, focus_subject=one.pop() if len(one) == 1 else "")
    return listed_reports(reports, view)


def _by_rhythm(reports: Sequence[Report], question: Question, view: View) -> Reply:
    """The yearly reports, or those of which the document gives no rhythm."""
    if not negated(question):
        return listed_reports([r for r in reports if r.frequency], view, annual=True)
    others = [r for r in reports if not r.frequency]
    reply = listed_reports(others, view)
    return reply.with_(lead=view.say("reports_not_yearly", number=number(len(others))))


def _spoken_of(view: View) -> list[str]:
    """The report that the last answer was about, if it was one alone."""
    told = {*view.focus.subjects, *view.focus.shown}
    reports = [one for one in told if view.kind(one) == "report"]
    return reports if len(reports) == 1 else []


def _pronoun_owner(question: Question, view: View) -> tuple[str, ...]:
    if wording.leans(question.words) and not wording.has(question.words, "all"):
        return tuple(s for s in view.focus.subjects[:1] if view.kind(s) in ("agency", "body"))
    return ()


def _named(ids: Sequence[str], view: View) -> Reply:
    reports = [report_of(i, view) for i in dict.fromkeys(ids)]
    return _owned(reports[0], view) if len(reports) == 1 else listed_reports(reports, view)


def _frequency(entity_id: str, view: View) -> Reply:
    report = report_of(entity_id, view)
    return Reply(
        rhythm(report, titled(report), view),
        places=places(report),
        focus=Focus("list_reports", (report.owner,), (), (entity_id,)),
    )


def _of(owners: Sequence[str], reports: Sequence[Report], question: Question, view: View) -> Reply:
    mine = [r for r in reports if r.owner in owners]
    publishers = [o for o in owners if any(r.owner == o for r in mine)]
    if not mine:
        lead = view.say("no_report", owner=view.noun(owners[0]))
        return Reply(
            lead,
            places=places(view.entity(owners[0])),
            focus=Focus("list_reports", tuple(owners[:1])),
        )
    if len(publishers) == 1:
        return listed_reports(mine, view, focus_subject=publishers[0])
    return listed_reports(mine, view)


def count_reports(question: Question, view: View) -> Outcome:
    """How many reports an agency publishes, or all of them together."""
    return list_reports(question, view)
