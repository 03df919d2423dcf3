"""Choose the reading of a question that the knowledge can answer, or ask, or refuse.

An intent alone never makes an answer: each of the likeliest readings is put to the
knowledge, and its weight is the probability of the intent times how well the names and
topics that it needs were found. Where nothing weighs enough, Vigie asks back for what is
missing, or refuses.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Optional, Sequence

from vigie.answers import (
    clarify,
    scope,
    wording,
)
from vigie.answers.ellipsis import ask
from vigie.answers.grammar import capital
from vigie.answers.question import OUTSIDER, Focus, Question
from vigie.answers.reading.context import continued
from vigie.answers.readings import candidates
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.suggestions import CLOSED, ELLIPTIC
from vigie.answers.view import View

ANSWER = 0.22
"""Least weight of an answer, as a share of the first probability; set on the development cases."""


KNOWN_FLOOR = 0.05
"""Least weight of a reply where the question names something that we know."""


UNKNOWN_FLOOR = 0.12
"""The same where it names nothing."""


CHATTING = 0.3
"""Least probability of small talk: below it, a courtesy would be a wrong guess."""


BEST_FIT = 1.5
"""No reading fits better than this (`_fit`)."""


WRITTEN = frozenset(("list_reports", "count_reports", "report_owner", "multi_report_agency"))
"""Intents about publications: without a word for one, they are unlikely."""
WITHOUT_NAME = frozenset(("list_agencies", "multi_report_agency"))


NEEDS_NAME = frozenset(("describe", "describe_aspect", "expand_name", "compare", "verify_role"))


def view_of_writing(question: Question, view: View) -> bool:
    """Whether the message speaks of something written, or leans on what did."""
    return (
        wording.has(question.words, "publication")
        or bool(question.ids("report"))
        or (bool(view.focus.intent) and wording.leans(question.words))
        or len(question.words.split()) <= 4
    )


def best_reading(question: Question, view: View) -> Reply:
    """The reply to one question; never empty."""
    others = clarify.further(question, view)
    if others is not None:
        return others
    chosen = clarify.picked(question, view.focus)
    if chosen is not None:
        chosen = replace(
            chosen, mentions=tuple(replace(m, kind=view.kind(m.ids[0])) for m in chosen.mentions)
        )
        outcome = ask(chosen.intent, chosen, view)
        if isinstance(outcome, Reply):
            return outcome
    best, weight, missing = _weigh(candidates(question, view), question, view)
    if (
        question.known < 0.35
        and not question.mentions
        and not question.topics
        and len(question.words.split()) > 1
    ):
        return Reply(view.say("gibberish"), kind="refusal")
    if wording.has(question.words, "foreign"):
        return Reply(view.say("oos_country"), kind="refusal")
    unclear = _ambiguous(question, best, view)
    if unclear is not None:
        return unclear
    top = question.ranking[0][1] if question.ranking else 0.0
    if (
        best is not None
        and weight >= _floor(question)
        and (missing is None or weight >= ANSWER * top)
    ):
        return _of_an_outsider(best, question, view)
    if missing is not None and question.ids(OUTSIDER) and not question.ids():
        return Reply(view.say("outsider"), kind="refusal")
    if missing is not None:
        return clarify.ask_back(clarify.still_asked(missing, view), question, view)
    return scope.not_understood(view)


def _weigh(
    candidates: Sequence[tuple[str, float]], question: Question, view: View
) -> tuple[Optional[Reply], float, Optional[Missing]]:
    """The heaviest reply, its weight, and what the likeliest unanswerable reading lacks.

    Wording a reply is what costs: an intent suggested twice is asked once, and those that can
    no longer outweigh a sound answer are not asked.
    """
    top = question.ranking[0][1] if question.ranking else 0.0
    sound = max(_floor(question), ANSWER * top)
    asked: dict[str, Outcome] = {}
    replies: list[tuple[int, float, str, Reply]] = []
    lacking: list[tuple[int, Missing]] = []
    weight = 0.0
    places = sorted(range(len(candidates)), key=lambda place: -candidates[place][1])
    for place in places:
        intent, probability = candidates[place]
        if weight >= sound and probability * BEST_FIT <= weight:
            break
        if intent == "gibberish" and question.ids():
            continue
        if intent in scope.TALK and probability < CHATTING:
            continue
        if intent not in asked:
            asked[intent] = ask(intent, question, view)
        outcome = asked[intent]
        if isinstance(outcome, Missing):
            lacking.append((place, replace(outcome, intent=outcome.intent or intent)))
        elif outcome is not None:
            likely = probability * _fit(intent, question, outcome, view)
            replies.append((place, likely, intent, outcome))
            if _grounds(intent, outcome):
                weight = max(weight, likely)
    missing = min(lacking, key=lambda item: item[0])[1] if lacking else None
    return *_heaviest(replies, question), missing


def _heaviest(
    replies: Sequence[tuple[int, float, str, Reply]], question: Question
) -> tuple[Optional[Reply], float]:
    """The reply that weighs most, the first suggested of equals; a refusal weighs less where
    something named has an answer."""
    grounded = any(_grounds(intent, reply) for _, _, intent, reply in replies)
    best: Optional[Reply] = None
    weight = 0.0
    for _, likely, intent, reply in sorted(replies, key=lambda row: row[0]):
        if intent in scope.REFUSALS and grounded and question.mentions:
            likely *= 0.7
        if likely > weight:
            best, weight = reply, likely
    return best, weight


def _grounds(intent: str, reply: Reply) -> bool:
    """Whether it answers from the knowledge."""
    return reply.kind == "answer" and intent not in CLOSED


def _of_an_outsider(reply: Reply, question: Question, view: View) -> Reply:
    """ "Le FBI enquête ?": that the document does not speak of it, before who does."""
    answered = reply.kind == "answer" and reply.focus and reply.focus.intent == "which_agency"
    if not answered or question.ids() or not question.ids(OUTSIDER):
        return reply
    if wording.has(question.outside, "wh"):
        return reply
    return reply.with_(lead=f"{view.say('outsider_but')} {capital(reply.lead)}")


def _floor(question: Question) -> float:
    """Least weight of a reply: lower when the question names something that we know."""
    return KNOWN_FLOOR if question.mentions or question.topics else UNKNOWN_FLOOR


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
    if intent == "list_agencies" and wording.has(question.words, "written"):
        fit *= 0.4
    if intent in WRITTEN and not view_of_writing(question, view):
        fit *= 0.5
    if intent == "deny" and (named or question.topics):
        fit *= 0.5
    if intent == "multi_report_agency" and wording.has(question.words, "this_kind"):
        fit *= 0.3
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
    queries = reply.focus.queries or continued(focus, reply.focus)
    places = reply.places or reply.focus.places
    return replace(reply.focus, places=places, pending=pending, queries=queries)
