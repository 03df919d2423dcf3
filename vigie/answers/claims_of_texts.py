"""The checks of a statement about reports and laws: who publishes what, what made what, when."""

from __future__ import annotations

import re

from vigie.answers import counting, wording
from vigie.answers.laws import law_effect, origin_date, origin_law
from vigie.answers.publishers import multi_report_agency
from vigie.answers.question import Mention, Question
from vigie.answers.reply import Outcome, Reply
from vigie.answers.reports import list_reports, report_owner, reports_meant
from vigie.answers.verdicts import negated, verdict
from vigie.answers.view import View

_PUBLISH = re.compile(
    r"\b(publi(?!c\b|cs\b|que\b|ques\b)\w*|rapports?|sort|sorti|redig\w*|ecri\w*|produi\w*|eman\w*|signe\w*|auteur|liste)\b"
)


def check_report(question: Question, view: View) -> Outcome:
    """Does this agency publish this report, so many, so often?"""
    agencies = question.ids("agency", "body")
    reports = reports_meant(question, view)
    numbers = counting.numbers(question.words)
    if not _PUBLISH.search(question.outside) and not question.ids("report"):
        return None
    if question.ids("body") and counting.years(question.words):
        return None  # the date of its report
    described = question.ids("report") or view.tables.titles.best(question.words)
    if agencies and len({r.owner for r in reports}) == 1 and described:
        fact = report_owner(question.about(*[Mention((r.id,), "report") for r in reports]), view)
        right = reports[0].owner in agencies
        if wording.has(question.words, "each_of_two"):
            right = set(question.ids("agency")) == {reports[0].owner}
        return verdict(right, fact, view, negated(question)) if isinstance(fact, Reply) else None
    if question.ids("report") and wording.has(question.words, "annual"):
        fact = report_owner(question, view)
        if not isinstance(fact, Reply):
            return None
        if not reports[0].frequency:
            return fact.with_(lead=view.say("not_said_yearly", fact=fact.lead))
        return verdict(True, fact, view)
    if agencies and "rapport" in question.words:
        mine = [r for a in agencies for r in view.reports_of(a)]
        fact = list_reports(
            question.about(*[m for m in question.mentions if m.kind in ("agency", "body")]), view
        )
        if not isinstance(fact, Reply):
            return None
        if numbers and len(mine) not in numbers:
            return verdict(False, fact, view)
        if wording.has(question.words, "annual") and mine and all(map(view.reports_of, agencies)):
            if not any(r.frequency for r in mine):
                return fact.with_(lead=view.say("not_said_yearly", fact=fact.lead))
            return verdict(True, fact, view)
        if numbers:
            return verdict(True, fact, view)
        if wording.has(question.words, "most"):
            return verdict(len(mine) > 1, fact, view)
        return verdict(all(map(view.reports_of, agencies)), fact, view, negated(question))
    if numbers and not agencies and "rapport" in question.words:
        fact = list_reports(Question(question.text), view)
        return (
            verdict(len(view.knowledge.reports) in numbers, fact, view)
            if isinstance(fact, Reply)
            else None
        )
    if not agencies and wording.has(question.words, "only_one"):
        return multi_report_agency(question, view)
    return None


def check_law(question: Question, view: View) -> Outcome:
    """Is this the law, or the year, that created this?"""
    bodies, laws, years = question.ids("body"), question.ids("law"), counting.years(question.words)
    if not (laws or years):
        return None
    if bodies:
        if not all(view.body(b).origin for b in bodies):
            return None
        if "rapport" in question.words and years:
            return _check_report_year(question, years, view)
        fact = origin_law(question, view)
        right = all(_comes_from(b, laws, years, view) for b in bodies)
        return verdict(right, fact, view, negated(question)) if isinstance(fact, Reply) else None
    if "rapport" in question.words and years:
        return _check_report_year(question, years, view)
    if laws and years:
        entity = view.entity(laws[0])
        year = getattr(entity, "year", None)
        fact = origin_date(question, view)
        if not isinstance(fact, Reply) or year is None:
            return fact
        return verdict(year in years, fact, view)
    return law_effect(question, view)


def _comes_from(body: str, laws: tuple[str, ...], years: tuple[int, ...], view: View) -> bool:
    """Whether a body was created by one of `laws`, or what it amends, in one of `years`; no laws
    or no years allow any."""
    origin, law = view.body(body).origin, view.law_of(body)
    family = {law.id, law.amends} if law else set()
    return (not laws or bool(set(laws) & family)) and (
        not years or (origin is not None and origin.year in years)
    )


def _check_report_year(question: Question, years: tuple[int, ...], view: View) -> Outcome:
    dated = [r for r in view.knowledge.reports if r.date]
    if not dated:
        return None
    fact = origin_date(question.about(Mention((dated[0].id,), "report")), view)
    return (
        verdict(any(str(y) in dated[0].date for y in years), fact, view)
        if isinstance(fact, Reply)
        else None
    )
