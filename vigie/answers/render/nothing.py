"""A select that nothing meets: said so, with what comes near it."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.grammar import listing
from vigie.answers.query.evaluate import evidence, find
from vigie.answers.query.model import Argument, Condition, Select
from vigie.answers.question import Focus
from vigie.answers.render.alone import alone
from vigie.answers.render.criteria import by_topics_only, criteria, kind_of, topics_of, without_kind
from vigie.answers.render.laws import amend_any
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.words import called, label, labels
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.organisations import Committee

FEW = 6
"""Things that are named again where nothing but them is found."""


def none_found(select: Select, view: View) -> Optional[Reply]:
    """None meets all of it: said so, with what each topic alone finds. None where nothing can be
    said of what is asked."""
    told = criteria(select, view)
    if not told:
        return None
    for special in (_no_other, _no_chair, _elsewhere, _committees):
        reply = special(select, view)
        if reply:
            return reply
    topics = topics_of(select)
    wider = _by_topics(select)
    shown = find(wider, view.world) if topics and wider != select else ()
    after = ""
    if shown:
        who = listing([called(one, view, "bref") for one in shown])
        after = " ".join(filter(None, (_those_of(topic, wider, view) for topic in topics)))
    if (
        after
        and select.sort == "agency"
        and wider == replace(select, excluded=())
        and set(shown) <= {*select.excluded}
    ):
        lead = view.say("none_but_these", who=who, topic=labels(topics, view))
        cited = places(*evidence(wider, shown, view.world))
        return Reply(lead, places=cited, focus=Focus((), topics, shown))
    elsewhere = None if after else _among_others(select, view)
    if elsewhere is not None and elsewhere.focus is not None:
        if amend_any(elsewhere.focus.subjects, select.among, view):  # no "no" to what it amends
            return elsewhere
        after, shown = elsewhere.lead, elsewhere.focus.shown
    thing = kind_of(select, view, "no")
    others = criteria(without_kind(select), view) if thing else told
    name = "none_kind" if thing else f"none_{select.sort}"
    lead = view.say(name, thing=thing, criteria=others)
    return Reply(
        lead,
        after=after,
        places=(elsewhere.places if elsewhere else places(*evidence(wider, shown, view.world)))
        or _looked_at(select, view),
        focus=Focus((), topics, shown),
    )


def _no_other(select: Select, view: View) -> Optional[Reply]:
    """That there is no other, where all that a long list holds was set aside: its names, once more,
    would say nothing."""
    whole = find(replace(select, excluded=()), view.world)
    if len(whole) <= FEW or not set(whole) <= {*select.excluded}:
        return None
    return Reply(view.say("no_other_such"), places=places(*map(view.entity, whole)))


def _those_of(topic: str, wider: Select, view: View) -> str:
    """Who, or what, is named for one of the topics that are asked for."""
    own = tuple(replace(one, values=(topic,)) for one in wider.conditions if topic in one.values)
    found = find(replace(wider, conditions=own), view.world)
    who = listing([called(one, view, "bref") for one in found])
    return view.say("none_but", who=who, topic=label(topic, view)) if found else ""


def _among_others(select: Select, view: View) -> Optional[Reply]:
    """The only one that meets it, where it is none of those that are asked about: "de la TVPA ou de
    la JvTA ?" of what an amendment created."""
    wider = replace(select, among=())
    found = find(wider, view.world) if select.among and select.conditions else ()
    return alone(wider, found[0], view) if len(found) == 1 else None


def _looked_at(select: Select, view: View) -> tuple[tuple[str, int], ...]:
    """Where the document tells of those among whom none was found: of whom one condition less
    leaves, one that names nobody first, or else of whom it names, or of the first of their sort."""
    for gone in sorted(select.conditions, key=lambda one: _names(one, view)):
        wider = Select(select.sort, tuple(one for one in select.conditions if one is not gone))
        found = find(wider, view.world) if wider.conditions else ()
        if found:
            return places(*evidence(wider, found, view.world))
    named = [one for c in select.conditions for one in c.values if _is_known(one, view)]
    some = [one for one in named if isinstance(one, str)] or view.world.sort(select.sort)[:1]
    return places(*map(view.entity, some))


def _names(one: Condition, view: View) -> bool:
    return any(_is_known(value, view) for value in one.values)


def _is_known(value: Argument, view: View) -> bool:
    return isinstance(value, str) and value in view.index


def _committees(select: Select, view: View) -> Optional[Reply]:
    """Of what the committees are that the document cites, where a body has none."""
    if select.sort != "committee" or [one.key for one in select.conditions] != ["of"]:
        return None
    every = [one for one in view.knowledge.entities if isinstance(one, Committee)]
    bodies = {one.body for one in every}
    if len(bodies) != 1 or select.excluded or select.among:
        return None
    lead = view.say("none_committee", criteria=criteria(select, view))
    after = view.say("committees_elsewhere", body=view.noun(bodies.pop()))
    return Reply(lead, after=after, places=places(*every), focus=Focus())


def _by_topics(select: Select) -> Select:
    """What is asked for, by its topics alone."""
    kept = (c for c in select.conditions if c.key in ("does", "about") and not c.denied)
    return Select(select.sort, tuple(Condition(c.key, c.values) for c in kept))


def _no_chair(select: Select, view: View) -> Optional[Reply]:
    """That nobody is told to chair a body, where that alone is asked: whoever chairs it may be
    left out, or not do what is asked besides."""
    if len(select.conditions) > 1 or select.excluded or select.among:
        return None
    chaired = [v for c in select.conditions if c.key == "chairs" and not c.denied for v in c.values]
    if len(chaired) != 1 or not isinstance(chaired[0], str) or chaired[0] not in view.index:
        return None
    lead = view.say("no_chair", body=view.noun(chaired[0]))
    return Reply(lead, places=places(view.entity(chaired[0])), focus=Focus((chaired[0],)))


def _elsewhere(select: Select, view: View) -> Optional[Reply]:
    """What the document gives to a body or a committee, where no agency has it."""
    if not by_topics_only(select) or len(select.conditions) != 1:
        return None
    if select.excluded or select.among:
        return None
    topics = topics_of(select)
    if select.conditions[0].every and len(topics) > 1:  # each of them may be some agency's
        return None
    bodies = find(Select("body", (Condition("does", topics),)), view.world)
    if bodies:
        return describe_any(bodies[0], view)
    committees = find(Select("committee", (Condition("about", topics),)), view.world)
    if not committees:
        return None
    committee = view.entity(committees[0])
    assert isinstance(committee, Committee)
    lead = view.say(
        "committee_topic",
        theme=committee.theme,
        body=view.noun(committee.body),
        topic=labels(topics, view),
    )
    focus = Focus(committees[:1], topics, committees[:1])
    return Reply(lead, places=places(committee), focus=focus)
