"""The agencies of the document, described or only named."""

from __future__ import annotations

from vigie.answers import wording
from vigie.answers.grammar import capital, number
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Outcome, Reply
from vigie.answers.view import View, places


def list_agencies(question: Question, view: View) -> Outcome:
    """The agencies of the document, described and only named; or the departments among them."""
    if wording.has(question.words, "departments"):
        return _departments(False, wording.has(question.words, "described"), view)
    if wording.has(question.words, "department_count"):
        return _departments(True, False, view)
    described, named = view.tables.described, view.tables.only_named
    lead = view.say(
        "agencies_counted",
        described=number(len(described)),
        named=number(len(named)),
        total=number(len(described) + len(named)),
    )
    ids = (*described, *named)
    firsts = [view.agency(next(iter(some))) for some in (named, described) if some]
    return Reply(
        lead,
        (*described.values(), *named.values()),
        places=places(*firsts),
        focus=Focus("list_agencies", (), (), ids),
    )


def _departments(wanted: bool, described: bool, view: View) -> Reply:
    """Those that are departments, or those that are not."""
    ids = tuple(
        agency.id
        for agency in view.knowledge.agencies
        if (agency.kind == "department") == wanted and (agency.duties or not described)
    )
    if wanted:
        lead = view.say("departments", number=number(len(ids)))
    elif described:
        lead = view.say("not_departments_described", number=number(len(ids)))
    else:
        lead = view.say("not_departments", number=number(len(ids)))
    return Reply(
        lead,
        tuple(capital(format(view.noun(i), "le")) for i in ids),
        places=places(*(view.entity(i) for i in ids)),
        focus=Focus("list_agencies", (), (), ids),
    )


def undescribed_members(question: Question, view: View) -> Outcome:
    """The members that the document names without describing."""
    named = view.tables.only_named
    lead = view.say("undescribed", number=number(len(named)))
    ids = tuple(named)
    return Reply(
        lead,
        tuple(named.values()),
        places=places(*map(view.agency, ids)),
        focus=Focus("undescribed_members", (), (), ids),
    )
