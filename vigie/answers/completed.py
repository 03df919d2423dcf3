"""Whether the last answer is all there is: "c'est tout ?", "il n'y en a pas d'autre ?"."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.follow import examples
from vigie.answers.grammar import listing
from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Condition, Query, Select
from vigie.answers.query.normal import listed
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import Evidence
from vigie.answers.render.answer import answer
from vigie.answers.render.worded import worded
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View

MOST = 8
"""Things that are named once more."""


def completed(want: str, evidence: Evidence, view: View) -> Reply:
    """That it is, where all of it was told; else all that there is."""
    last = next(iter(stack(view.focus)), None)
    if last is None:
        return Reply(view.say("ask_subject"), kind="clarify", choices=examples(view))
    whole = _whole(last)
    told = answer(whole, view)
    if told is None or (whole == last and _is_all_shown(told, view)):
        return Reply(_that_is_all(last, view), focus=view.focus, places=view.focus.places)
    return told


def _that_is_all(query: Query, view: View) -> str:
    """That nothing more is told; of a list what it answers, and of a short one who it names."""
    select = listed(query)
    asked = worded(query, view) if select is not None else None
    if select is None or asked is None:
        return view.say("that_is_all")
    found = find(select, view.world)
    if not found:
        return view.say("that_is_all")
    names = listing([called(one, view, "bref") for one in found])
    response = "complete_list" if len(found) <= MOST else "complete_long_list"
    return view.say(response, question=asked, names=names)


def _whole(query: Query) -> Query:
    """What asks for all of which a query asks for a part: the list without what it left out, those
    who do what one is said to do, all that is told of what was told on some matter."""
    select = query.select
    if select is not None and (select.excluded or select.among):
        return replace(query, act="select", select=replace(select, excluded=(), among=()))
    doers = _doers(query)
    if doers is not None:
        return Query("select", select=doers)
    if query.act == "describe" and (query.about or query.beside):
        return replace(query, about=(), beside=())
    return query


def _doers(query: Query) -> Optional[Select]:
    """Those who do what a claim says of one alone."""
    does = [one for one in query.claims if one.relation == "does" and not one.whole]
    return Select("agency", (Condition("does", does[0].values),)) if len(does) == 1 else None


def _is_all_shown(told: Reply, view: View) -> bool:
    """Whether the last answer showed all of a list: "un seul exemple" did not."""
    shown = told.focus.shown if told.focus else ()
    return set(shown) <= {*view.focus.shown, *view.focus.subjects}
