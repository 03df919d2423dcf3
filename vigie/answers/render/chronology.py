"""What the document dates, in the order of time: "quelles sont les dates à retenir ?"."""

from __future__ import annotations

from vigie.answers.grammar import capital, number
from vigie.answers.query.evaluate import evidence, find
from vigie.answers.query.model import Select
from vigie.answers.question import Focus
from vigie.answers.render.between import years_between
from vigie.answers.render.criteria import criteria
from vigie.answers.render.laws import about, origin_date
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.measures import Law, Report

SORT = "event"
"""The sort of all that has a date of its own: laws and reports."""


def chronology(select: Select, ids: tuple[str, ...], view: View, counted: bool) -> Reply:
    """The dates that a select finds, the oldest first, each with what the document says of it; of
    all of them, what it leaves undated too."""
    cited = places(*evidence(select, ids, view.world))
    focus = Focus((), (), ids)
    every = view.world.sort(SORT)
    if not ids:
        known = places(*evidence(Select(SORT), every, view.world))
        lead = view.say("none_event", criteria=criteria(select, view))
        return Reply(lead, after=_older(select, view), places=known, focus=Focus((), (), every))
    items = tuple(f"{capital(_when(one, view))} : {_happened(one, view)}" for one in ids)
    if len(ids) == 1 and not counted:
        return Reply(items[0], places=cited, focus=focus)
    told = _between(select, view) or criteria(select, view)
    name = "count_one_event" if len(ids) == 1 else "count_event" if told else "list_event"
    lead = view.say(name, number=number(len(ids)), criteria=told)
    undated = [one.id for one in view.knowledge.laws if not one.year and not one.amends]
    after = [view.say("law_undated", law=view.noun(one)) for one in undated]
    return Reply(
        lead,
        items,
        after=" ".join(after) if ids == every else "",
        places=cited,
        focus=focus,
    )


def _older(select: Select, view: View) -> str:
    """What the document does not date, and must be from before a year that is asked for."""
    laws = find(Select("law", select.conditions), view.world)
    undated = [one for one in laws if not view.world.right("year", one)]
    return " ".join(told.lead for one in undated if (told := origin_date(one, view)))


def _between(select: Select, view: View) -> str:
    """The years between which they are asked for; "" for any others."""
    between = years_between(select)
    if between is None:
        return ""
    return f" {view.say('criterion_between', since=between[0], until=between[1])}"


def _when(one: str, view: View) -> str:
    entity = view.entity(one)
    if isinstance(entity, Report) and entity.date:
        return entity.date
    return view.world.right("year", one)[0]


def _happened(one: str, view: View) -> str:
    entity = view.entity(one)
    if isinstance(entity, Law):
        return about(entity, view)
    return (
        view.say("handed_in", owner=view.noun(entity.owner)) if isinstance(entity, Report) else ""
    )
