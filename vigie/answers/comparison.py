"""Two things side by side: what each is, then what they share."""

from __future__ import annotations

from typing import Optional

from vigie.answers import wording
from vigie.answers.claims_of_agencies import check_role
from vigie.answers.claims_of_texts import check_law, check_report
from vigie.answers.laws import origin_law
from vigie.answers.programmes import programme_owner
from vigie.answers.question import Question
from vigie.answers.render import comparison as render
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.reports import report_owner
from vigie.answers.verdicts import verdict
from vigie.answers.view import View


def compare(question: Question, view: View) -> Outcome:
    """A paragraph for each, then the common points that the document states; or whether each
    does what is said of both, or who owns what two are named for."""
    if _is_said_of_both(question):
        for check in (check_report, check_role, check_law):
            said = check(question, view)
            if isinstance(said, Reply):
                return said
    if wording.has(question.words, "either") and question.ids("agency"):
        owner = _owner(question, view)
        if owner:
            return owner
    ids = question.ids()
    if len(ids) < 2 and wording.has(question.words, "written"):
        ids = tuple(dict.fromkeys((*ids, *view.tables.titles.best(question.words))))
    if len(ids) == 1 and view.focus.subjects:
        ids = (*(s for s in view.focus.subjects[:1] if s not in ids), *ids)
    if len(ids) == 1 and view.kind(ids[0]) == "body":
        other = {"pitf": "spog", "spog": "pitf", "council": "pitf"}.get(ids[0])
        ids = (ids[0], other) if other else ids
    if len(ids) < 2:
        shown = [i for i in view.focus.shown if i not in ids]
        ids = tuple([*ids, *shown][:2])
    if len(ids) < 2:
        return Missing("two", ids)
    reply = render.compare(ids, view)
    asks_same = wording.has(question.outside, "same") and not wording.has(question.outside, "head")
    return _same(ids[: render.MOST], question, reply, view) if asks_same else reply


def _is_said_of_both(question: Question) -> bool:
    """ "Le DoJ et le DHS enquêtent tous les deux, non ?" """
    words = question.words
    return (
        len(question.ids("agency", "body")) > 1
        and wording.has(words, "each_of_two")
        and not wording.has(question.outside, "wh")
        and not wording.has(words, "side_by_side")
    )


def _owner(question: Question, view: View) -> Optional[Reply]:
    """ "Les lettres : le HHS ou le DHS ?" asks whose they are."""
    for kind, owner_of in (("programme", programme_owner), ("report", report_owner)):
        if question.ids(kind):
            thing = question.about(*[m for m in question.mentions if m.kind == kind])
            found = owner_of(thing, view)
            return found if isinstance(found, Reply) else None
    return None


def _same(ids: tuple[str, ...], question: Question, reply: Reply, view: View) -> Reply:
    """Whether two things have the same owner or origin, where that is asked; else they are
    two."""
    kinds = {view.kind(i) for i in ids}
    if kinds == {"report"} and wording.has(question.words, "owner_word"):
        owners = {r.owner for r in view.knowledge.reports if r.id in ids}
        return verdict(len(owners) == 1, reply, view)
    if kinds == {"body"} and wording.has(question.words, "date_word"):
        fact = origin_law(question, view)
        if isinstance(fact, Reply):
            return fact
    return verdict(False, reply, view)
