"""The rest of what the last answer was part of: "les autres ?", "l'autre loi"."""

from __future__ import annotations

import re

from vigie.answers import wording
from vigie.answers.doings import combined
from vigie.answers.followups import mention
from vigie.answers.grammar import capital, listing
from vigie.answers.question import Focus, Question
from vigie.answers.render.duties import present
from vigie.answers.render.portrait import describe_any
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.reports import list_reports
from vigie.answers.view import View


def others(question: Question, view: View) -> Outcome:
    """ "Les autres ?": the rest of the list that the last answer was part of."""
    focus = view.focus
    kin = _other_kind(question, view)
    if kin is not None:
        return kin
    if question.ids("agency", "report") and wording.has(question.words, "written"):
        return list_reports(
            question.about(*[m for m in question.mentions if m.kind == "agency"]), view
        )
    doer = [s for s in focus.subjects if view.kind(s) == "agency"]
    if doer and re.search(r"\b(fait|font|fais|faire|fe)\b", question.words):
        return describe_any(doer[0], view)
    if focus.topics and focus.intent in ("which_agency", "verify_role", "describe"):
        doings = combined(focus.topics, {}, view)
        told = {*focus.subjects, *focus.shown, *question.ids()}
        rest = tuple(d for d in doings if d.id not in told)
        if rest:
            return present(rest, focus.topics, view)
        return Reply(
            view.say("nobody_else"),
            after=view.say(
                "only_these",
                who=listing([format(view.noun(d.id), "le") for d in doings]),
            )
            if len(doings) > 1
            else "",
            focus=focus,
        )
    if focus.intent in ("list_committees",) and len(focus.shown) == 1:
        from vigie.answers.committees import list_committees

        return list_committees(Question("tous", words="tous"), view)
    if focus.intent in ("report_owner", "list_reports") and focus.subjects:
        everything = [r for s in focus.subjects for r in view.reports_of(s)]
        same = [r for r in everything if r.id not in focus.shown] or everything
        if same:
            from vigie.answers.reports import listed_reports

            return listed_reports(same, view, focus_subject=focus.subjects[0])
    if focus.intent in ("report_owner", "list_reports") and len(focus.shown) < len(
        view.knowledge.reports
    ):
        rest_reports = [
            r
            for r in view.knowledge.reports
            if r.id not in focus.shown and r.owner not in focus.subjects
        ]
        if rest_reports:
            from vigie.answers.reports import listed_reports

            return listed_reports(rest_reports, view)
    if focus.intent in ("verify_membership", "chair", "list_members", "count_members"):
        from vigie.answers.members import list_members

        return list_members(Question("tous", words="tous", mentions=(mention("pitf", view),)), view)
    if focus.shown or focus.subjects:
        return Reply(view.say("that_is_all"), focus=focus)
    return Missing("subject")


def _other_kind(question: Question, view: View) -> Outcome:
    """ "L'autre loi", "les autres comités": those of a kind that were not told."""
    told = {*view.focus.subjects, *view.focus.shown}
    words = question.words
    if re.search(r"\bautres? (lois?|textes?)\b", words):
        told |= {law.amends for law in view.knowledge.laws if law.id in told and law.amends}
        told |= {law.id for law in view.knowledge.laws if law.amends in told}
        return _each(tuple(law.id for law in view.knowledge.laws if law.id not in told), view)
    if re.search(r"\bautres? comites?\b", words):
        return _each(tuple(c.id for c in view.knowledge.committees if c.id not in told), view)
    if re.search(r"\bautres? (groupes?|conseils?)\b", words):
        return _each(tuple(b.id for b in view.knowledge.bodies if b.id not in told), view)
    return None


def _each(ids: tuple[str, ...], view: View) -> Outcome:
    """A sentence for each."""
    if not ids:
        return Reply(view.say("that_is_all"), focus=view.focus)
    replies = [describe_any(i, view) for i in ids]
    if len(replies) == 1:
        return replies[0]
    return Reply(
        view.say("here_are"),
        tuple(capital(reply.lead) for reply in replies),
        places=tuple(dict.fromkeys(p for reply in replies for p in reply.places)),
        focus=Focus("describe", ids, (), ids),
    )
