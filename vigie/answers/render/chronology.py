"""What the document dates, in the order of time: "quelles sont les dates à retenir ?"."""

from __future__ import annotations

from vigie.answers.grammar import capital, number
from vigie.answers.query.evaluate import evidence
from vigie.answers.query.model import Select
from vigie.answers.question import Focus
from vigie.answers.render.criteria import criteria
from vigie.answers.render.laws import about, origin_date
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.measures import Law, Report

SORT = "event"
"""The sort of all that has a date of its own: laws and reports."""


def chronology(select: Select, ids: tuple[str, ...], view: View) -> Reply:
    """The dates that a select finds, the oldest first, each with what the document says of it; of
    all of them, what it leaves undated too."""
    cited = places(*evidence(select, ids, view.world))
    focus = Focus((), (), ids)
    every = view.world.sort(SORT)
    if not ids:
        known = places(*evidence(Select(SORT), every, view.world))
        lead = view.say("none_event", criteria=criteria(select, view))
        return Reply(lead, places=known, focus=Focus((), (), every))
    if len(ids) == 1:
        return Reply(capital(_happened(ids[0], view)), places=cited, focus=focus)
    items = tuple(f"{_when(one, view)} : {_happened(one, view)}" for one in ids)
    told = criteria(select, view)
    lead = view.say("count_event" if told else "list_event", number=number(len(ids)), criteria=told)
    undated = [one.id for one in view.knowledge.laws if not one.year and not one.amends]
    after = [view.say("law_undated", law=view.noun(one)) for one in undated]
    return Reply(
        lead,
        items,
        after=" ".join(after) if ids == every else "",
        places=cited,
        focus=focus,
    )


def _when(one: str, view: View) -> str:
    entity = view.entity(one)
    if isinstance(entity, Report) and entity.date:
        return entity.date
    return view.world.right("year", one)[0]


def _happened(one: str, view: View) -> str:
    entity = view.entity(one)
    if isinstance(entity, Law):
        return about(entity, view)
    told = origin_date(one, view)
    return told.lead if told else ""
