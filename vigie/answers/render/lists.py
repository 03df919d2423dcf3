"""select and count: one thing in a sentence, several as a list with their number."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.grammar import capital, number
from vigie.answers.query.evaluate import evidence, find_all, resolve
from vigie.answers.query.line import read
from vigie.answers.query.model import UNKNOWN, Claim, Query, Select
from vigie.answers.query.normal import normal
from vigie.answers.query.relations import ANY
from vigie.answers.question import Focus
from vigie.answers.render.alone import alone
from vigie.answers.render.chronology import SORT, chronology
from vigie.answers.render.criteria import (
    by_topics_only,
    criteria,
    kind_of,
    of_topics,
    topics_of,
    without_kind,
)
from vigie.answers.render.duties import doing, present
from vigie.answers.render.facts import stated
from vigie.answers.render.laws import born, later
from vigie.answers.render.nothing import none_found
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.publications import titled
from vigie.answers.render.who_leads import who_leads
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.measures import Report
from vigie.knowledge.model.organisations import Committee

OF_WORDS = ("kind", "described", "house", "level", "is")
"""Conditions whose values are words, one of which ("council") is the id of something too."""


def listed(query: Query, view: View) -> Optional[Reply]:
    """The reply to a select or a count."""
    assert query.select is not None
    if UNKNOWN in topics_of(query.select):
        return _of_no_topic(query.select, view)
    select = _resolved(query.select, view)
    ids = find_all(select, view.world)
    if select.sort == SORT:
        return chronology(select, ids, view, query.act == "count")
    if not ids:
        return none_found(select, view)
    if query.act == "count":
        return _several(select, ids, view, counted=True)
    topics = topics_of(select)
    if by_topics_only(select) and topics:
        return _doers(select, ids, topics, view)
    if len(ids) == 1:
        return alone(select, ids[0], view)
    return _several(select, ids, view, counted=False)


def _of_no_topic(select: Select, view: View) -> Reply:
    """Of what no topic covers, the document tells nothing."""
    doers = select.sort in ("agency", "body")
    return Reply(view.say("nobody_told" if doers else "none_told"), kind="refusal", reason="topic")


def _resolved(select: Select, view: View) -> Select:
    """The select with what is found in the place of what asks for it: "les rapports de qui
    enquête" are those of the DoJ, and are said to be."""
    conditions = tuple(
        replace(one, values=resolve(one.values, view.world) or one.values)
        for one in select.conditions
    )
    return replace(select, conditions=conditions)


def _doers(select: Select, ids: tuple[str, ...], topics: tuple[str, ...], view: View) -> Reply:
    doings = [doing(one, topics, view) for one in ids]
    reply = present(doings, topics, view)
    limits = any(one.denied for one in select.conditions) or select.excluded or select.among
    rest = limits or len(topics) > 1
    if len(ids) > 1 and set(ids) == set(select.among) and not select.excluded:
        sees, left = of_topics(replace(select, among=()), view)
        return reply.with_(lead=view.say("all_do", number=number(len(ids)), of=sees, rest=left))
    if len(ids) > 1 and rest:
        sees, left = of_topics(select, view)
        lead = view.say("several_do", number=number(len(ids)), of=sees, rest=left)
        return reply.with_(lead=lead)
    return reply


def _several(select: Select, ids: tuple[str, ...], view: View, counted: bool) -> Reply:
    """How many, by what criteria, and which; of the list that was just shown only how many."""
    lead = counted_lead(select, ids, view)
    published = not counted and _asked_by(select, "publishes")
    owned = any(c.key == "by" and not c.denied and len(c.values) == 1 for c in select.conditions)
    bare = owned or select.sort == "agency"
    if select.sort == "body" and not owned and _asked_by(select, "by"):
        items = tuple(capital(born(one, view)) for one in ids)  # which of the laws created which
    elif published:
        items = tuple(_published(one, view) for one in ids)
    else:
        items = tuple(item(one, view, bare) for one in ids)
    if counted and len(ids) > 1 and _just_listed(select, view):
        lead, items = view.say("as_many_as_shown", number=number(len(ids))), ()
    since, cited = later(select, view)
    leads = who_leads(select, ids, view) if not counted else None
    told = places(*evidence(select, ids, view.world), *cited)
    if leads is not None:
        since, told = leads.lead, tuple(dict.fromkeys((*told, *leads.places)))
    return Reply(
        lead,
        items,
        since,
        places=told,
        focus=Focus(_subjects(select, view), topics_of(select), ids),
    )


def _asked_by(select: Select, key: str) -> bool:
    """Whether a list is asked for by this, not by its absence."""
    return any(one.key == key and not one.denied for one in select.conditions)


def _just_listed(select: Select, view: View) -> bool:
    """Whether the last question asked for this very list, in whatever form."""
    asked = normal(Query("select", select=select))
    return any(normal(read(line)) == asked for line in view.focus.queries[-1:])


def counted_lead(select: Select, ids: tuple[str, ...], view: View) -> str:
    """The sentence before a list: how many, of what, by what criteria."""
    count = number(len(ids))
    if set(select.among) == set(ids) and not select.conditions:
        return view.say("list_among", number=count)
    things = kind_of(select, view, "things" if len(ids) > 1 else "one")
    if things:
        others = criteria(without_kind(select), view)
        response = "list_kind" if len(ids) > 1 else "list_one_kind"
        return view.say(response, number=count, things=things, thing=things, criteria=others)
    told = criteria(select, view)
    bodies = {one.body for ident in ids if isinstance(one := view.entity(ident), Committee)}
    if not told and len(bodies) == 1:
        return view.say("list_committees_of", number=count, body=view.noun(bodies.pop()))
    response = "count_one" if len(ids) == 1 else "count" if told else "list_all"
    return view.say(f"{response}_{select.sort}", number=count, criteria=told)


def _subjects(select: Select, view: View) -> tuple[str, ...]:
    """The thing by which a list is asked for, if there is one: "les rapports du DoL"."""
    things = (c for c in select.conditions if c.key not in OF_WORDS)
    named = [v for c in things for v in c.values if isinstance(v, str)]
    return tuple(v for v in named if v in view.index)[:1]


def _published(one: str, view: View) -> str:
    return capital(stated(Claim("publishes", one, (ANY,)), view))


def item(one: str, view: View, owned: bool = False) -> str:
    """A thing as a line of a list; a report without its publisher where the list is all `owned` by
    whom it names, a body by its name alone among agencies."""
    entity = view.entity(one)
    if isinstance(entity, Report):
        when = view.say("dated_in", date=entity.date) if entity.date else ""
        rhythm = view.say("each_year") if entity.frequency else when
        if owned:
            return f"{capital(titled(entity))}{rhythm}"
        title = capital(titled(entity))
        return view.say("report_item", title=title, owner=view.noun(entity.owner), rhythm=rhythm)
    if view.kind(one) in ("law", "body", "programme") and not owned:
        return capital(describe_any(one, view).lead)
    return capital(called(one, view))
