"""Messages that borrow the sense of the one before: "et le Trésor ?", "lesquels ?"."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers import followups, reports, wording
from vigie.answers.doings import likely_topics
from vigie.answers.grammar import capital
from vigie.answers.question import Question
from vigie.answers.readings import BY_WORDING, HANDLERS
from vigie.answers.render.portrait import describe_any
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.suggestions import CLOSED, ELLIPTIC, is_polar
from vigie.answers.view import View


def which_ones(question: Question, view: View) -> Outcome:
    """ "Lesquels ?": the names of what the last answer counted."""
    focus = view.focus
    if focus.intent in ("list_reports", "count_reports", "multi_report_agency"):
        return reports.list_reports(
            Question("", mentions=tuple(followups.mention(s, view) for s in focus.subjects)), view
        )
    items = tuple(capital(format(view.noun(i), "le")) for i in focus.shown)
    return Reply(view.say("these"), items, places=focus.places, focus=focus)


def are_you_sure(question: Question, view: View) -> Outcome:
    """Says again what the document says, and where."""
    sure = followups.are_you_sure(question, view)
    focus = view.focus
    if (
        not isinstance(sure, Reply)
        or not focus.places
        or not focus.intent
        or focus.intent in CLOSED
    ):
        return sure
    outcome = _again(view)
    if isinstance(outcome, Reply):
        return sure.with_(
            lead=view.say("restated", sure=sure.lead, fact=outcome.lead), items=outcome.items
        )
    return sure


def repeat(question: Question, view: View) -> Outcome:
    """The last answer once more; of what, when there was none or something else is named."""
    named = question.ids()
    if named:
        return describe_any(named[0], view)
    outcome = _again(view)
    if isinstance(outcome, Reply):
        return outcome.with_(focus=view.focus)
    return Missing("subject")


OF_THE_LIST = ("chair", "report_owner", "programme_owner", "list_committees", "list_reports")
"""Intents whose answer is told by what was shown better than by whose it is."""


def _again(view: View) -> Outcome:
    """What answers the last question, asked of what it was about."""
    focus = view.focus
    intent = focus.intent
    if not intent or intent in CLOSED:
        return None
    about = focus.subjects
    if intent in OF_THE_LIST and focus.shown and len(focus.shown) < len(view.knowledge.committees):
        about = focus.shown
    if intent == "describe" and focus.topics and view.kind(about[0] if about else "") == "agency":
        intent = "describe_aspect"
    question = Question(
        "",
        mentions=tuple(followups.mention(s, view) for s in about),
        topics=focus.topics,
        scores=dict.fromkeys(focus.topics, 1.0),
    )
    return ask(intent, question, View(view.tables, view.phrases))


def ask(intent: str, question: Question, view: View) -> Outcome:
    """What the handler of `intent` makes of the question; None when no handler is for it."""
    if intent in ELLIPTIC:
        return _elliptic(intent, question, view)
    handler = HANDLERS.get(intent) or BY_WORDING.get(intent) or _OWN.get(intent)
    if handler is None:
        return None
    return handler(replace(question, ranking=((intent, 1.0),)), view)


_OWN = {"are_you_sure": are_you_sure, "which_ones": which_ones, "repeat": repeat}
"""Handlers that ask another question in their turn."""


def _elliptic(intent: str, question: Question, view: View) -> Outcome:
    """ "Et le Trésor ?" asks the last question again; "il publie quoi ?" the next likely one."""
    if intent == "followup_pronoun":
        stands_for_nothing = wording.has(question.words, "impersonal")
        if stands_for_nothing and not wording.leans(question.words):
            return None
        return _by_pronoun(question, view)
    ids = question.ids()
    if not ids:
        topics = question.topics or (
            likely_topics(question, view) if intent == "correction" else ()
        )
        about = replace(question, topics=topics)
        return followups.followup_topic(about, view) if topics else None
    last = view.focus.intent
    if intent == "correction":
        ids = ids[-1:]
    subject = question.about(*[m for m in question.mentions if len(m.ids) == 1 and m.ids[0] in ids])
    if last in HANDLERS and last not in CLOSED and last != "compare":
        topics = question.topics or (view.focus.topics if last in ("verify_role",) else ())
        outcome = ask(
            _compatible(last, ids[0], view),
            replace(subject, topics=topics),
            View(view.tables, view.phrases),
        )
        if isinstance(outcome, Reply):
            return outcome
    return describe_any(ids[0], view)


def _by_pronoun(question: Question, view: View) -> Outcome:
    """The next likely intent that can be answered about what was last spoken of."""
    agency = next((s for s in view.focus.subjects if view.kind(s) == "agency"), "")
    if agency and question.scores and is_polar(question):
        outcome = ask("verify_role", question, view)
        if isinstance(outcome, Reply):
            return outcome
    for other, probability in question.ranking:
        if probability < PRONOUN_LEAST:
            break
        if (agency and other in OF_BODIES) or (
            other == "hotline_info" and "hotline" not in view.focus.subjects
        ):
            continue
        if other not in CLOSED and other not in ELLIPTIC and other != "compare":
            outcome = ask(other, question, view)
            if isinstance(outcome, Reply):
                return outcome
    return describe_any(view.focus.subjects[0], view) if view.focus.subjects else Missing("subject")


PRONOUN_LEAST = 0.015
"""Least probability of the reading that a pronoun borrows."""
OF_BODIES = frozenset(
    ("list_members", "count_members", "list_committees", "count_committees", "level", "appointer")
)
"""Readings that make no sense of an agency."""


def _compatible(last: str, entity_id: str, view: View) -> str:
    """The last intent, or "describe" where it does not go with the new subject."""
    if last in ("which_agency", "list_agencies", "undescribed_members"):
        return "describe"
    kind = view.kind(entity_id)
    of_bodies = (
        "chair",
        "list_members",
        "count_members",
        "level",
        "appointer",
        "origin_law",
        "origin_date",
    )
    if last in of_bodies and kind not in ("body", "law", "report"):
        return "verify_membership" if last == "list_members" else "describe"
    if last in ("report_owner", "list_reports", "count_reports") and kind not in (
        "agency",
        "body",
        "report",
    ):
        return "describe"
    if last == "report_owner" and kind == "agency":
        return "list_reports"
    return last
