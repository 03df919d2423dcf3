"""The readings that names, topics, wording and context suggest beside the classifier's.

They are second opinions, each with a weight that a confident classifier outweighs; those that
put a message outside the document weigh more than any reading of it.
"""

from __future__ import annotations

from typing import Iterator

from vigie.answers import counting, portraits, scope, wording
from vigie.answers.question import OUTSIDER, Question
from vigie.answers.relations import stated
from vigie.answers.view import View

Weighed = Iterator[tuple[str, float]]
"""Intents with their weight."""
UNSURE_OF_ALL = 0.4
"""Probability under which even a refusal yields to a statement that can be checked."""
ELLIPTIC = ("followup_entity", "followup_pronoun", "correction")
"""Intents that borrow another: the last one's, or the next likely one."""
OF_REPORTS = ("report_owner", "list_reports", "count_reports")
"""Intents after which a few words of a title are enough: "et celui du procureur ?"."""
DATED = ("origin_law", "origin_date", "law_effect")
"""Intents whose answer tells when something began."""
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


def is_polar(question: Question) -> bool:
    """Whether it asks for a yes or a no."""
    return wording.has(question.words, "polar_surely") or (
        wording.has(question.words, "polar") and not wording.has(question.outside, "wh")
    )


def suggested(question: Question, view: View, top: float) -> Weighed:
    """All of them; `top` is the first probability of the classifier."""
    yield from stated(question)
    yield from _outside(question, view)
    yield from _by_wording(question, view, top)
    yield from _by_context(question, view)


def _by_wording(question: Question, view: View, top: float) -> Weighed:
    """What names, topics and wording suggest, as they stand in the message."""
    named = question.ids()
    polar = is_polar(question)
    first = question.intent
    if wording.has(question.words, "still_there") and (
        question.ids("agency", "body") or view.focus.subjects
    ):
        yield "still_there", 0.9
    where = wording.has(question.words, "content") or wording.has(question.words, "where_to_read")
    if where and wording.has(question.words, "written"):
        yield "report_content", 0.75
    if wording.has(question.words, "purpose") and not named and view.focus.subjects:
        yield "more_details", 0.5
    leads = wording.has(question.words, "head" if not named else "leads")
    if leads and set(named) <= set(question.ids("body")) and not question.topics:
        yield "chair", 0.65
    if wording.has(question.words, "all_publications") and not named:
        yield "list_reports", 0.6
    if (
        not named
        and not polar
        and wording.has(question.words, "appoints")
        and portraits.portrayed(question) == "council"
    ):
        yield "appointer", 0.6
    counted = wording.has(question.words, "count") and not wording.has(question.words, "written")
    if not (named or polar) and counted and portraits.portrayed(question) == "council":
        yield "count_members", 0.6
    if "council" in named and wording.has(question.words, "handed_in"):
        yield "origin_date", 1.1
    if polar and question.ids("agency") and wording.has(question.words, "publication"):
        yield "verify_report", 0.5
    told = (*view.focus.subjects, *view.focus.shown) if not named else ()
    if "hotline" in (*named, *told) and wording.has(question.words, "reach"):
        yield "hotline_info", 0.9
    first_report = wording.has(question.words, "first") and wording.has(question.words, "written")
    if first_report and not named and any(view.kind(s) == "body" for s in view.focus.subjects):
        yield "origin_date", 0.7
    if wording.has(question.words, "for_whom") and view.focus.subjects:
        yield "repeat", 0.6
    near = (*view.focus.subjects, *view.focus.shown[:1])
    inside = wording.has(question.words, "inside") and any(view.kind(s) == "body" for s in near)
    if inside and not (named or question.topics):
        yield "list_members", 1.1
    if question.ids("body") and wording.has(question.words, "rank") and not question.ids("agency"):
        yield "level", 0.6
    if not (named or question.topics) and wording.has(question.words, "one_of_them"):
        yield "vague_question", 1.0
    if question.ids("body") and wording.has(question.words, "which_committees"):
        yield "list_committees", 0.5
    if view.focus.intent and wording.has(question.words, "other_kind") and not named:
        yield "others", 0.6
    if question.ids("body") and question.topics and wording.has(question.words, "voice"):
        yield "which_agency", 0.6
    if len(question.ids("law")) == len(named) < 2 and wording.has(question.words, "laws"):
        yield "law_effect", 0.66
    if not named and wording.has(question.words, "law_word") and portraits.portrayed(question):
        yield "origin_law", 0.4
    if (
        (not named or wording.has(question.words, "the_one_of"))
        and (wording.has(question.words, "publication") or view.focus.intent in OF_REPORTS)
        and view.tables.titles.best(question.words)
    ):
        yield "report_owner", 0.9 if named else 0.55
    if len(question.ids("agency")) > 1 and wording.has(question.words, "either"):
        yield "which_agency", 0.5
    if len(named) > 1 and wording.has(question.words, "side_by_side"):
        yield "compare", 0.8
    if view.focus.intent and not named and wording.has(question.words, "beside_it"):
        yield "others", 1.3
    if question.ids(excluded=True) and not named and view.focus.topics:
        yield "exclude_agency", 0.6
    ranks = counting.ordinals(question.words)
    if view.focus.shown and ranks and not named and len(question.words.split()) <= 12:
        yield "ordinal", 0.45 if len(question.words.split()) > 2 else 1.0
    around = question.ids("body") or view.focus.subjects or "president" in question.words
    seat = polar or any(wording.has(question.words, cue) for cue in ("member", "asks_what"))
    if question.ids(OUTSIDER) and around and seat:
        yield "verify_membership", 0.6
    if (
        polar
        and named
        and (first not in CLOSED or top < UNSURE_OF_ALL)
        and first != "compare"
        and not first.startswith("verify")
    ):
        yield (
            {"list_members": "verify_membership", "chair": "verify_chair"}.get(
                first, "verify_fact"
            ),
            1.02 * top,
        )
    if question.ids("context"):
        yield "describe", 0.6
    if len(named) == 1:
        yield "describe", max(0.18, 1.01 * top) if top < 0.3 else 0.18
    unnamed = wording.has(question.words, "this_kind") or (
        top < 0.3 and wording.has(question.words, "kind_only")
    )
    if unnamed and not named and not view.focus.subjects:
        yield "vague_question", 0.5
    if wording.has(question.words, "unnamed_last") and not (named or view.focus.subjects):
        yield "vague_question", 0.5 if question.topics else 1.0
    if question.topics and not question.ids("agency"):
        yield "which_agency", 0.22
    if question.topics and question.ids("agency") and polar:
        yield "verify_role", 0.45
    elif question.topics and question.ids("agency"):
        yield "describe_aspect", 0.2
    if wording.has(question.words, "undescribed") and not question.topics:
        beside = question.ids("body") and question.ids("agency")
        yield "undescribed_members", 0.8 if beside else 0.45
    if not question.topics and (
        wording.has(question.words, "departments")
        or wording.has(question.words, "department_count")
    ):
        yield "list_agencies", 0.5
    if (
        wording.has(question.words, "partners")
        and not question.ids("agency")
        and ("coord" in question.words or wording.has(question.words, "beyond"))
    ):
        yield "describe_effort", 0.6
    if wording.has(question.words, "seats") and question.ids("agency"):
        yield "committee_seats", 1.1
    if wording.has(question.words, "age") and wording.has(question.words, "law_word"):
        yield "law_by_age", 1.2


def _by_context(question: Question, view: View) -> Weighed:
    """What the last answer suggests, where the message leans on it."""
    named = question.ids()
    polar = is_polar(question)
    subject = [s for s in view.focus.subjects if view.kind(s) == "agency"]
    if subject and not named and wording.leans(question.words):
        owned = max(
            (question.scores.get(t, 0.0) for d in view.agency(subject[0]).duties for t in d.topics),
            default=0.0,
        )
        if polar:  # the question may be of something that the agency does not do
            owned = max(question.scores.values(), default=0.0)
        yield ("verify_role" if polar else "describe_aspect"), min(0.7, 0.2 + owned)
    counted = {
        "count_committees": "list_committees",
        "count_reports": "list_reports",
        "count_members": "list_members",
    }
    if view.focus.intent in counted and not named and wording.has(question.words, "plural_pronoun"):
        yield counted[view.focus.intent], 0.45
    if (
        view.focus.intent in ("list_committees", "count_committees")
        and not named
        and wording.has(question.words, "about_what")
    ):
        yield "list_committees", 1.1
    if (
        view.focus.intent in ("list_committees", "count_committees")
        and not named
        and (question.topics or question.scores)
        and wording.has(question.words, "which_one")
    ):
        yield "list_committees", 0.7
    if view.focus.intent in DATED and wording.has(question.words, "before"):
        yield "before", 1.0
    if wording.has(question.words, "which_ones") and view.focus.shown:
        yield "which_ones", 1.0


def _outside(question: Question, view: View) -> Weighed:
    """What the wording puts outside the document, whatever else it resembles."""
    if wording.has(question.words, "pay") and not question.topics:
        yield "oos_figures", 0.95
    if wording.has(question.words, "penalty"):
        yield "oos_legal", 1.1
    if wording.has(question.words, "opinion") and not (question.topics or question.ids()):
        yield "oos_news", 1.1
    if wording.has(question.words, "at_home_abroad"):
        yield "oos_country", 1.1
    if wording.has(question.words, "code"):
        yield "injection", 0.99
    if wording.has(question.words, "best"):
        yield "oos_news", 1.1
    if wording.has(question.words, "far_away"):
        yield "oos_far", 0.97
    if (
        wording.has(question.words, "language")
        and not question.ids("programme")
        and view.focus.intent != "hotline_info"
    ):
        yield "oos_near", 1.2
    if wording.has(question.words, "elsewhere") and not wording.has(question.words, "trafficking"):
        yield "oos_near", 0.97
