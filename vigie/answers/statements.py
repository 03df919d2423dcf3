"""Yes or no: a statement checked against the document, with the right fact after it.

The pair of kinds that a statement names tells the relation, and the wording settles the
rest. A statement that cannot be decided gets the facts without a yes or a no.
"""

from __future__ import annotations

from typing import Callable, Optional

from vigie.answers import wording
from vigie.answers.claims import CHAIR, check_chair, check_fact, check_membership
from vigie.answers.claims_of_agencies import check_role
from vigie.answers.claims_of_texts import check_law, check_report
from vigie.answers.comparison import compare
from vigie.answers.question import Question
from vigie.answers.render.portrait import describe_any
from vigie.answers.reply import Missing, Outcome, Reply, together
from vigie.answers.view import View


def verify(question: Question, view: View) -> Outcome:
    """Check the statement by the first relation that its names and words allow."""
    ids = question.ids()
    if len(ids) == 1 and wording.has(question.outside, "same"):
        ids = (*(s for s in view.focus.subjects[:1] if view.kind(s) == view.kind(ids[0])), *ids)
    same = wording.has(question.outside, "same") and not CHAIR.search(question.outside)
    if len(set(ids)) > 1 and same:
        return compare(question, view)
    if len(ids) > 1 and question.topics and question.ids("body") and CHAIR.search(question.outside):
        both = _does_and_chairs(question, view)
        if both:
            return both
    for check in _checks(question):
        outcome = check(question, view)
        if isinstance(outcome, Reply):
            return outcome
    ids = question.ids() or view.focus.subjects[:1]
    if ids:
        fact = describe_any(ids[0], view).with_(confidence=0.5)
        if question.intent == "verify_role" and question.ids("agency"):
            return fact.with_(lead=view.say("not_said", fact=fact.lead))
        return fact
    return Missing("subject")


def _does_and_chairs(question: Question, view: View) -> Optional[Reply]:
    """ "Elle finance des projets, et préside le SPOG": each claim with its verdict."""
    said = [check(question, view) for check in (check_role, check_chair)]
    replies = tuple(reply for reply in said if isinstance(reply, Reply))
    if len(replies) < 2 or not question.ids("agency"):
        return None
    return together(replies)


def _checks(question: Question) -> list[Callable[[Question, View], Outcome]]:
    words = question.outside
    order: list[Callable[[Question, View], Outcome]] = []
    by_intent: dict[str, Callable[[Question, View], Outcome]] = {
        "verify_chair": check_chair,
        "verify_membership": check_membership,
        "verify_report": check_report,
        "verify_law": check_law,
        "verify_role": check_role,
        "verify_fact": check_fact,
    }
    if CHAIR.search(words) and question.intent != "verify_report" and not question.topics:
        order.append(check_chair)
    if question.ids("agency") and question.ids("body") and not question.topics:
        order.append(check_membership)
    first = by_intent.get(question.intent)
    if first:
        order.append(first)
    order += [check_role, check_report, check_law, check_fact, check_chair, check_membership]
    return list(dict.fromkeys(order))
