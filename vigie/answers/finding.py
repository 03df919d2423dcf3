"""A body, a programme or a report found from a description, when its name is asked for."""

from __future__ import annotations

import re

from vigie.answers import wording
from vigie.answers.committees import list_committees
from vigie.answers.portraits import portrayed
from vigie.answers.question import Mention, Question
from vigie.answers.render.bodies import describe_body
from vigie.answers.reply import Missing, Outcome
from vigie.answers.reports import list_reports, report_owner, reports_meant
from vigie.answers.view import View


def find_body(question: Question, view: View) -> Outcome:
    """The body that a description fits best."""
    named = question.ids()
    if wording.has(question.words, "written") and not named and reports_meant(question, view):
        return report_owner(question, view)
    if re.search(r"\bcomites?\b", question.words):
        return list_committees(question, view)
    if named and view.kind(named[0]) in ("programme", "report", "committee", "law"):
        from vigie.answers.render.portrait import describe_any

        return describe_any(named[0], view)
    best = portrayed(question)
    if best and wording.has(question.words, "written"):
        return list_reports(question.about(Mention((best,), "body")), view)
    if best is None or best in named:
        from vigie.answers.agencies import which_agency

        return (
            which_agency(question, view)
            if question.topics
            else Missing("body", ("pitf", "spog", "council"))
        )
    reply = describe_body(best, view)
    body = view.body(best)
    lead = view.say("found_body", body=view.noun(best), mission=body.mission.says)
    return reply.with_(lead=lead, items=reply.items[:3])
