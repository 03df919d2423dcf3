"""The agencies of the document, described or only named."""

from __future__ import annotations

from vigie.answers.grammar import number
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Outcome, Reply
from vigie.answers.view import View, places


def list_agencies(question: Question, view: View) -> Outcome:
    """The agencies of the document, described and only named."""
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
