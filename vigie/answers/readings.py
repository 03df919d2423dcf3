"""Which handler answers which intent, and the readings that a message suggests."""

from __future__ import annotations

from typing import Callable, Mapping

from vigie.answers import (
    agencies,
    bodies,
    clarify,
    committees,
    comparison,
    finding,
    followups,
    laws,
    members,
    naming,
    others,
    programmes,
    publishers,
    reports,
    roles,
    rosters,
    scope,
    statements,
)
from vigie.answers.question import Question
from vigie.answers.reply import Outcome
from vigie.answers.suggestions import suggested
from vigie.answers.view import View

Handler = Callable[[Question, View], Outcome]


READINGS = 6
"""Readings tried, by probability."""


HANDLERS: Mapping[str, Handler] = {
    "which_agency": agencies.which_agency,
    "exclude_agency": agencies.exclude_agency,
    "describe": roles.describe,
    "describe_aspect": roles.describe_aspect,
    "list_agencies": rosters.list_agencies,
    "undescribed_members": rosters.undescribed_members,
    "expand_name": naming.expand_name,
    "hotline_info": naming.hotline_info,
    "report_owner": reports.report_owner,
    "list_reports": reports.list_reports,
    "count_reports": reports.count_reports,
    "multi_report_agency": publishers.multi_report_agency,
    "programme_owner": programmes.programme_owner,
    "chair": bodies.chair,
    "list_members": members.list_members,
    "count_members": members.count_members,
    "list_committees": committees.list_committees,
    "count_committees": committees.count_committees,
    "level": bodies.level,
    "appointer": bodies.appointer,
    "advises": bodies.advises,
    "find_body": finding.find_body,
    "origin_law": laws.origin_law,
    "origin_date": laws.origin_date,
    "law_effect": laws.law_effect,
    "compare": comparison.compare,
    **dict.fromkeys(
        (
            "verify_role",
            "verify_report",
            "verify_chair",
            "verify_membership",
            "verify_law",
            "verify_fact",
        ),
        statements.verify,
    ),
    "followup_topic": followups.followup_topic,
    "others": others.others,
    "more_details": followups.more_details,
    "ordinal": followups.ordinal,
    "ask_source": followups.ask_source,
    "ask_date": followups.ask_date,
    "affirm": followups.affirm,
    "deny": followups.deny,
    "vague_question": clarify.vague,
    **dict.fromkeys(scope.TALK, scope.talk),
    **dict.fromkeys(scope.REFUSALS, scope.refuse),
}


BY_WORDING: Mapping[str, Handler] = {
    "describe_effort": bodies.describe_effort,
    "before": followups.before,
    "committee_seats": committees.seats,
    "law_by_age": laws.by_age,
    "still_there": followups.still_there,
    "report_content": reports.report_content,
}
"""Readings that no intent bears: only the wording suggests them."""


def candidates(question: Question, view: View) -> list[tuple[str, float]]:
    """The readings to try: the classifier's, and those that names, topics and wording suggest."""
    ranking = list(question.ranking)
    top = ranking[0][1] if ranking else 0.0
    return [*ranking[:READINGS], *suggested(question, view, top)]
