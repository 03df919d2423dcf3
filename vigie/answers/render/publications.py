"""Reports: what each is called, who publishes it, and how often or when."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital, listing
from vigie.answers.question import Focus
from vigie.answers.render.words import with_article
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.measures import Report


def report_of(ident: str, view: View) -> Report:
    """The report of an id."""
    report = view.entity(ident)
    assert isinstance(report, Report)
    return report


def titled(report: Report) -> str:
    """A report by its French title, and its English one where there is one; one that has no title
    (its name begins with a small letter), as it is called."""
    if not report.name.fr[:1].isupper():
        return report.name.fr
    english = f" ({report.name.en})" if report.name.en else ""
    return f"« {report.name.fr} »{english}"


def entitled(report: Report, view: View) -> str:
    """The same within a sentence: with its article."""
    english = f" ({report.name.en})" if report.name.en else ""
    return f"{with_article(view.noun(report.id))}{english}"


def publication(report: Report, view: View) -> str:
    """Who publishes a report, with its rhythm or its date where the document gives one."""
    if report.frequency:
        return view.say("publishes_yearly", owner=view.noun(report.owner), title=titled(report))
    if report.date:
        return view.say("report_dated_by", owner=view.noun(report.owner), date=report.date)
    return view.say("publishes_it", owner=view.noun(report.owner), title=titled(report))


def publishing(reports: Sequence[Report], titles: Sequence[str], view: View) -> str:
    """That somebody publishes `reports`, called by their `titles`: a phrase without a subject."""
    yearly = bool(reports) and all(report.frequency for report in reports)
    return view.say("publishes_annual" if yearly else "publishes", reports=listing(titles))


def rhythm(report: Report, title: str, view: View) -> str:
    """Whether the document says that a report is yearly."""
    if report.date and not report.frequency:
        return view.say("report_once", owner=view.noun(report.owner), date=report.date)
    several = "reports_no_frequency" if report.name.article == "les" else "report_no_frequency"
    response = "report_yearly" if report.frequency else several
    named = capital(title) if report.frequency else title
    return view.say(response, title=named, owner=view.noun(report.owner))


def describe_report(ident: str, view: View) -> Reply:
    """What is known of a report: who publishes it."""
    report = report_of(ident, view)
    return Reply(
        publication(report, view),
        places=places(report),
        focus=Focus((ident,), (), (ident,)),
    )


def report_date(ident: str, view: View) -> Reply:
    """When a report was handed in; its rhythm where it has no date, and that since when is not
    said."""
    report = report_of(ident, view)
    owner, title = view.noun(report.owner), with_article(view.noun(ident))
    if report.date:
        lead = view.say("report_dated_by", owner=owner, date=report.date)
    elif report.frequency:
        lead = view.say("report_since", owner=owner, title=capital(title))
    else:
        response = "reports_undated" if report.name.article == "les" else "report_undated"
        lead = view.say(response, owner=owner, title=title)
    return Reply(lead, places=places(report), focus=Focus((report.owner,), (), (ident,)))
