"""Choose the reading of a question that the knowledge can answer, or ask, or refuse.

An intent alone never makes an answer: each of the likeliest readings is put to the
knowledge, and its weight is the probability of the intent times how well the names and
topics that it needs were found. Below `ANSWER`, Vigie asks back; below `GUESS`, it refuses.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Iterator, Mapping, Optional, Sequence, Union

from vigie.answers import (
    agencies,
    bodies,
    clarify,
    comparison,
    followups,
    laws,
    naming,
    reports,
    scope,
    statements,
    wording,
)
from vigie.answers.grammar import capital
from vigie.answers.question import OUTSIDER, Focus, Question
from vigie.answers.relations import stated
from vigie.answers.reply import Missing, Reply
from vigie.answers.view import View

Outcome = Union[Reply, Missing, None]
Handler = Callable[[Question, View], Outcome]

READINGS = 6
"""Readings tried, by probability."""
ANSWER = 0.22
"""Least weight of an answer; see evaluation/README.md for how it was chosen."""
UNSURE = 0.2
"""Probability from which it is worth asking for what a reading lacks."""
GROUNDED = 0.12
"""Weight from which an answer about a named thing makes a refusal less likely."""
SHARE = 0.12
"""Readings less likely than this share of the first are not tried."""

HANDLERS: Mapping[str, Handler] = {
    "which_agency": agencies.which_agency,
    "exclude_agency": agencies.exclude_agency,
    "describe": agencies.describe,
    "describe_aspect": agencies.describe_aspect,
    "list_agencies": agencies.list_agencies,
    "undescribed_members": agencies.undescribed_members,
    "expand_name": naming.expand_name,
    "hotline_info": naming.hotline_info,
    "report_owner": reports.report_owner,
    "list_reports": reports.list_reports,
    "count_reports": reports.count_reports,
    "multi_report_agency": reports.multi_report_agency,
    "programme_owner": reports.programme_owner,
    "chair": bodies.chair,
    "list_members": bodies.list_members,
    "count_members": bodies.count_members,
    "list_committees": bodies.list_committees,
    "count_committees": bodies.count_committees,
    "level": bodies.level,
    "appointer": bodies.appointer,
    "advises": bodies.advises,
    "find_body": bodies.find_body,
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
    "others": followups.others,
    "more_details": followups.more_details,
    "repeat": followups.more_details,
    "ordinal": followups.ordinal,
    "ask_source": followups.ask_source,
    "ask_date": followups.ask_date,
    "affirm": followups.affirm,
    "deny": followups.deny,
    "vague_question": clarify.vague,
    **dict.fromkeys(scope.TALK, scope.talk),
    **dict.fromkeys(scope.REFUSALS, scope.refuse),
}
ELLIPTIC = ("followup_entity", "followup_pronoun", "correction")
"""Intents that borrow another: the last one's, or the next likely one."""
CLOSED = frozenset(
    (
        *scope.TALK,
        *scope.REFUSALS,
        "affirm",
        "deny",
        "vague_question",
        "others",
        "more_details",
        "repeat",
        "ordinal",
        "are_you_sure",
        "ask_source",
        "ask_date",
    )
)
WITHOUT_NAME = frozenset(("list_agencies", "multi_report_agency"))
NEEDS_NAME = frozenset(("describe", "describe_aspect", "expand_name", "compare", "verify_role"))


def best_reading(question: Question, view: View) -> Reply:
    """The reply to one question; never empty."""
    chosen = clarify.picked(question, view.focus)
    if chosen is not None:
        chosen = replace(
            chosen, mentions=tuple(replace(m, kind=view.kind(m.ids[0])) for m in chosen.mentions)
        )
        outcome = _ask(chosen.intent, chosen, view)
        if isinstance(outcome, Reply):
            return outcome
    best, weight, missing = _weigh(_candidates(question, view), question, view)
    if (
        question.known < 0.35
        and not question.mentions
        and not question.topics
        and len(question.words.split()) > 1
    ):
        return Reply(view.say("gibberish"), kind="refusal")
    unclear = _ambiguous(question, best, view)
    if unclear is not None:
        return unclear
    top = question.ranking[0][1] if question.ranking else 0.0
    if (
        best is not None
        and weight >= _floor(question)
        and (missing is None or weight >= ANSWER * top)
    ):
        return best
    if missing is not None:
        return clarify.ask_back(missing, question, view)
    return scope.not_understood(view)


def _weigh(
    candidates: Sequence[tuple[str, float]], question: Question, view: View
) -> tuple[Optional[Reply], float, Optional[Missing]]:
    """The heaviest reply, its weight, and what the likeliest unanswerable reading lacks."""
    replies: list[tuple[float, str, Reply]] = []
    missing: Optional[Missing] = None
    for intent, probability in candidates:
        outcome = _ask(intent, question, view)
        if isinstance(outcome, Missing):
            if probability >= UNSURE:
                missing = missing or replace(outcome, intent=outcome.intent or intent)
        elif outcome is not None:
            replies.append((probability * _fit(intent, question, outcome, view), intent, outcome))
    grounded = max(
        (w for w, intent, reply in replies if reply.kind == "answer" and intent not in CLOSED),
        default=0.0,
    )
    best: Optional[Reply] = None
    weight = 0.0
    for likely, intent, reply in replies:
        if intent in scope.REFUSALS and grounded >= GROUNDED and question.mentions:
            likely *= 0.7
        if likely > weight:
            best, weight = reply, likely
    return best, weight, missing


def _candidates(question: Question, view: View) -> list[tuple[str, float]]:
    """The readings to try: the classifier's, and those that names, topics and wording suggest."""
    ranking = list(question.ranking)
    top = ranking[0][1] if ranking else 0.0
    tried = [(i, p) for i, p in ranking[:READINGS] if p >= SHARE * top]
    tried += [(intent, weight) for intent, weight in _suggested(question, view, top)]
    return tried


def _suggested(question: Question, view: View, top: float) -> Iterator[tuple[str, float]]:
    named = question.ids()
    polar = wording.has(question.words, "polar_surely") or (
        wording.has(question.words, "polar") and not wording.has(question.outside, "wh")
    )
    first = question.intent
    yield from stated(question)
    if not named and wording.has(question.words, "laws"):
        yield "law_effect", 0.66
    if not named and wording.has(question.words, "law_word") and bodies.portrayed(question):
        yield "origin_law", 0.4
    if (
        not named
        and wording.has(question.words, "publication")
        and view.tables.titles.best(question.words)
    ):
        yield "report_owner", 0.55
    if question.ids(OUTSIDER) and (question.ids("body") or view.focus.subjects):
        yield "verify_membership", 0.6
    if (
        polar
        and named
        and first not in CLOSED
        and first != "compare"
        and not first.startswith("verify")
    ):
        yield (
            {"list_members": "verify_membership", "chair": "verify_chair"}.get(
                first, "verify_fact"
            ),
            1.02 * top,
        )
    if len(named) == 1:
        yield "describe", max(0.18, 1.01 * top) if top < 0.3 else 0.18
    if not named and not view.focus.subjects:
        if wording.has(question.words, "this_kind") or (
            top < 0.3 and wording.has(question.words, "kind_only")
        ):
            yield "vague_question", 0.5
    if question.topics and not question.ids("agency"):
        yield "which_agency", 0.22
    if question.topics and question.ids("agency") and polar:
        yield "verify_role", 0.45
    elif question.topics and question.ids("agency"):
        yield "describe_aspect", 0.2
    if wording.has(question.words, "undescribed") and not question.topics:
        yield "undescribed_members", 0.45
    subject = [s for s in view.focus.subjects if view.kind(s) == "agency"]
    if subject and not named and wording.has(question.words, "pronoun"):
        owned = max(
            (question.scores.get(t, 0.0) for d in view.agency(subject[0]).duties for t in d.topics),
            default=0.0,
        )
        yield ("verify_role" if polar else "describe_aspect"), min(0.7, 0.2 + owned)
    counted = {
        "count_committees": "list_committees",
        "count_reports": "list_reports",
        "count_members": "list_members",
    }
    if view.focus.intent in counted and not named and wording.has(question.words, "plural_pronoun"):
        yield counted[view.focus.intent], 0.45
    if wording.has(question.words, "which_ones") and view.focus.shown:
        yield "which_ones", 1.0


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
    again = Question(
        "", mentions=tuple(followups.mention(s, view) for s in focus.subjects), topics=focus.topics
    )
    outcome = _ask(focus.intent, again, View(view.tables, view.phrases))
    if isinstance(outcome, Reply):
        return sure.with_(
            lead=view.say("restated", sure=sure.lead, fact=outcome.lead), items=outcome.items
        )
    return sure


def _floor(question: Question) -> float:
    """Least weight of a reply: lower when the question names something that we know."""
    return 0.05 if question.mentions or question.topics else 0.12


def _ask(intent: str, question: Question, view: View) -> Outcome:
    if intent in ELLIPTIC:
        return _elliptic(intent, question, view)
    handler = HANDLERS.get(intent) or {"are_you_sure": are_you_sure, "which_ones": which_ones}.get(
        intent
    )
    if handler is None:
        return None
    return handler(replace(question, ranking=((intent, 1.0),)), view)


def _elliptic(intent: str, question: Question, view: View) -> Outcome:
    """ "Et le Trésor ?" asks the last question again; "il publie quoi ?" the next likely one."""
    if intent == "followup_pronoun":
        return _by_pronoun(question, view)
    ids = question.ids()
    if not ids:
        return followups.followup_topic(question, view) if question.topics else None
    last = view.focus.intent
    if intent == "correction":
        ids = ids[-1:]
    subject = question.about(*[m for m in question.mentions if len(m.ids) == 1 and m.ids[0] in ids])
    if last in HANDLERS and last not in CLOSED and last != "compare":
        topics = question.topics or (view.focus.topics if last in ("verify_role",) else ())
        outcome = _ask(
            _compatible(last, ids[0], view),
            replace(subject, topics=topics),
            View(view.tables, view.phrases),
        )
        if isinstance(outcome, Reply):
            return outcome
    return agencies.describe_any(ids[0], view)


def _by_pronoun(question: Question, view: View) -> Outcome:
    """The next likely intent that can be answered about what was last spoken of."""
    for other, probability in question.ranking:
        if probability < 0.015:
            break
        if other not in CLOSED and other not in ELLIPTIC and other != "compare":
            outcome = _ask(other, question, view)
            if isinstance(outcome, Reply):
                return outcome
    return (
        agencies.describe_any(view.focus.subjects[0], view)
        if view.focus.subjects
        else Missing("subject")
    )


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


def _fit(intent: str, question: Question, reply: Reply, view: View) -> float:
    """How well the message holds what its intent needs, from 0 to 1.5."""
    fit = reply.confidence
    named = question.ids()
    if intent in NEEDS_NAME and not named:
        fit *= 0.9 if view.focus.subjects else 0.6
    if intent == "which_agency":
        fit = 0.55 + 0.75 * reply.confidence
        if question.ids("agency") and not question.ids(excluded=True):
            fit *= 0.8
    if intent in ELLIPTIC:
        fit *= 1.25 if view.focus.intent else 0.3
    if intent in WITHOUT_NAME and (question.ids("agency") or question.topics):
        fit *= 0.5
    if intent in scope.REFUSALS and view.focus.intent and wording.has(question.words, "goes_on"):
        fit *= 0.5
    if (
        intent in CLOSED
        and intent not in scope.TALK
        and (named or question.topics)
        and intent not in scope.REFUSALS
    ):
        fit *= 0.8
    return fit


def _ambiguous(question: Question, best: Optional[Reply], view: View) -> Optional[Reply]:
    """A question back when the only name in the message has several owners."""
    if best is not None and best.kind in ("refusal", "talk", "safety"):
        return None
    shared = [m for m in question.mentions if len(m.ids) > 1 and m.strength != "generic"]
    if not shared or question.ids():
        return None
    intent = next(
        (i for i, _ in question.ranking if i not in CLOSED and i not in ELLIPTIC), "describe"
    )
    return clarify.ask_which(shared[0], intent, question.topics, view)


def remember(reply: Reply, focus: Focus) -> Focus:
    """The focus after a reply: what it was about, its places, and the choices it offers."""
    pending = tuple(choice.as_slot(position) for position, choice in enumerate(reply.choices))
    if reply.focus is None:
        return replace(focus, pending=pending)
    return replace(reply.focus, places=reply.places or reply.focus.places, pending=pending)
