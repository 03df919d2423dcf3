"""select, count, max and min: one thing in a sentence, several as a list with their number."""

from __future__ import annotations

from typing import Optional

from vigie.answers.grammar import capital, listing, number, sentence
from vigie.answers.query.evaluate import evidence, extreme, find, resolve
from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.query.relations import ANY
from vigie.answers.question import Focus
from vigie.answers.render.criteria import INTENTS, by_topics_only, criteria, topics_of
from vigie.answers.render.duties import does, doing, present
from vigie.answers.render.facts import stated
from vigie.answers.render.laws import born
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.publications import titled
from vigie.answers.render.words import called, labels
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model import Agency, Committee, Report

_BY_KEY = {"publishes": "report_owner", "runs": "programme_owner", "chairs": "chair"}
"""The same where one thing was found by what it stands in a relation with."""


def listed(query: Query, view: View) -> Optional[Reply]:
    """The reply to a select or a count."""
    assert query.select is not None
    select = query.select
    ids = find(select, view.world)
    if any(c.key == "publishes" and c.values == (ANY,) for c in select.conditions):
        ids += _bodies_too(select, view)
    if not ids:
        return _nothing(select, view)
    if query.act == "count":
        return _counted(select, ids, view)
    topics = topics_of(select)
    if by_topics_only(select) and topics:
        return _doers(select, ids, topics, view)
    if len(ids) == 1:
        return _alone(select, ids[0], view)
    return _several(select, ids, view)


def _bodies_too(select: Select, view: View) -> tuple[str, ...]:
    """The bodies that publish as well, where it is asked who does and of agencies at most the
    name stands."""
    if select.sort != "agency" or len(select.conditions) > 1 or select.conditions[0].denied:
        return ()
    return find(Select("body", select.conditions, select.excluded), view.world)


def extremes(query: Query, view: View) -> Optional[Reply]:
    """The reply to a max or a min."""
    assert query.select is not None
    ids, most = extreme(query.select, query.want, query.act == "max", view.world)
    if not ids:
        return None
    said = listing([called(one, view) for one in ids])
    response = f"{query.act}_{query.want}"
    if response not in view.phrases:
        response = f"{query.act}_any"
    lead = view.say(
        response, who=capital(said), it=said, number=number(most), year=_year(ids[0], most, view)
    )
    facts = [describe_any(one, view) for one in ids] if query.want == "year" else []
    items = (
        tuple(capital(titled(r)) for one in ids for r in view.reports_of(one))
        if (query.want == "report" and len(ids) == 1)
        else ()
    )
    after = " ".join(sentence(one.lead) for one in facts)
    cited = tuple(p for one in facts for p in one.places)
    return Reply(
        lead,
        items,
        after,
        places=cited
        or places(*(view.entity(i) for i in ids), *(r for i in ids for r in view.reports_of(i))),
        focus=Focus(INTENTS[query.select.sort], ids, (), ids),
    )


def _year(ident: str, found: int, view: View) -> str:
    years = view.world.right("year", ident)
    return years[0] if years else view.say("before_year", year=found + 1)


def _doers(select: Select, ids: tuple[str, ...], topics: tuple[str, ...], view: View) -> Reply:
    doings = [doing(one, topics, view) for one in ids]
    reply = present(doings, topics, view)
    rest = any(one.denied for one in select.conditions) or select.excluded or len(topics) > 1
    if len(ids) > 1 and rest:
        lead = view.say(
            "several_do", number=capital(number(len(ids))), topic=criteria(select, view)
        )
        return reply.with_(lead=lead)
    return reply


def _nothing(select: Select, view: View) -> Optional[Reply]:
    """None meets all of it: said so, with what each topic alone finds."""
    told = criteria(select, view)
    if not told:
        return None
    chaired = [v for c in select.conditions if c.key == "chairs" and not c.denied for v in c.values]
    if len(chaired) == 1 and isinstance(chaired[0], str) and chaired[0] in view.index:
        lead = view.say("no_chair", body=view.noun(chaired[0]))
        body = view.entity(chaired[0])
        return Reply(lead, places=places(body), focus=Focus("chair", (chaired[0],)))
    if by_topics_only(select) and not select.excluded and len(select.conditions) == 1:
        elsewhere = _elsewhere(select, view)
        if elsewhere:
            return elsewhere
    lead = view.say(f"none_{select.sort}", criteria=told)
    topics = topics_of(select)
    wider = Select(
        select.sort,
        tuple(
            Condition(c.key, c.values)
            for c in select.conditions
            if c.key in ("does", "about") and not c.denied
        ),
    )
    found = find(wider, view.world) if topics and wider != select else ()
    after = ""
    shown: tuple[str, ...] = ()
    cited: tuple[tuple[str, int], ...] = ()
    if found:
        shown = found
        after = view.say(
            "none_but",
            who=listing([called(one, view, "bref") for one in found]),
            topic=labels(topics, view),
        )
        cited = places(*evidence(wider, found, view.world))
    return Reply(
        lead,
        after=after,
        places=cited or places(*(s for s in map(view.index.knowledge.entities.__getitem__, (0,)))),
        focus=Focus(INTENTS[select.sort], (), topics, shown),
        confidence=0.5,
    )


def _elsewhere(select: Select, view: View) -> Optional[Reply]:
    """What the document gives to a body or a committee, where no agency has it."""
    topics = topics_of(select)
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
    focus = Focus("list_committees", committees[:1], topics, committees[:1])
    return Reply(lead, places=places(committee), focus=focus)


def _counted(select: Select, ids: tuple[str, ...], view: View) -> Reply:
    """How many, on what basis, and which."""
    told = criteria(select, view)
    response = f"count_{select.sort}" if told else f"list_all_{select.sort}"
    lead = view.say(response, number=number(len(ids)), criteria=told)
    return Reply(
        lead,
        _items(ids, view),
        places=places(*evidence(select, ids, view.world)),
        focus=Focus(INTENTS[select.sort], _subjects(select, view), topics_of(select), ids),
    )


def _subjects(select: Select, view: View) -> tuple[str, ...]:
    """The thing by which a list is asked for, if there is one: "les rapports du DoL"."""
    named = [v for c in select.conditions for v in c.values if isinstance(v, str)]
    return tuple(v for v in named if v in view.index)[:1]


def _several(select: Select, ids: tuple[str, ...], view: View) -> Reply:
    told = criteria(select, view)
    response = f"list_{select.sort}" if told else f"list_all_{select.sort}"
    lead = view.say(response, number=number(len(ids)), criteria=told)
    published = any(c.key == "publishes" for c in select.conditions)
    items = tuple(_published(one, view) for one in ids) if published else _items(ids, view)
    return Reply(
        lead,
        items,
        places=places(*evidence(select, ids, view.world)),
        focus=Focus(INTENTS[select.sort], _subjects(select, view), topics_of(select), ids),
    )


def _published(one: str, view: View) -> str:
    return capital(stated(Claim("publishes", one, (ANY,)), view))


def _items(ids: tuple[str, ...], view: View) -> tuple[str, ...]:
    return tuple(_item(one, view) for one in ids)


def _item(one: str, view: View) -> str:
    entity = view.entity(one)
    if isinstance(entity, Report):
        return view.say(
            "report_item",
            title=titled(entity),
            owner=view.noun(entity.owner),
            rhythm=view.say("each_year")
            if entity.frequency
            else (view.say("dated_in", date=entity.date) if entity.date else ""),
        )
    kind = view.kind(one)
    if kind in ("committee", "law", "body", "programme"):
        return (
            capital(describe_any(one, view).lead)
            if kind != "committee"
            else capital(called(one, view))
        )
    return capital(called(one, view))


def _alone(select: Select, one: str, view: View) -> Reply:
    """The only thing found, with the fact by which it was found."""
    said = [text for c in select.conditions if (text := _by(c, one, view))]
    cited = places(*evidence(select, (one,), view.world))
    if said:
        keys = [c.key for c in select.conditions if c.key in _BY_KEY]
        intent = _BY_KEY[keys[0]] if keys else INTENTS[select.sort]
        return Reply(
            " ".join(sentence(text) for text in dict.fromkeys(said)),
            places=cited,
            focus=Focus(intent, (one,), topics_of(select), _shown(select, one)),
        )
    if not isinstance(view.entity(one), Agency):
        reply = describe_any(one, view)
        return reply.with_(places=tuple(dict.fromkeys((*cited, *reply.places))))
    lead = view.say("only_agency", what=called(one, view), criteria=criteria(select, view))
    return Reply(lead, places=cited, focus=Focus("describe", (one,), (), (one,)))


def _shown(select: Select, one: str) -> tuple[str, ...]:
    others = tuple(
        value
        for c in select.conditions
        for value in c.values
        if isinstance(value, str) and c.key in ("chairs", "publishes", "runs", "creates")
    )
    return tuple(v for v in others if v != ANY) or (one,)


def _by(condition: Condition, one: str, view: View) -> str:
    """The fact by which `one` meets a condition, where a sentence of its own says it."""
    if condition.denied:
        return ""
    values = resolve(condition.values, view.world)
    if condition.key == "does":
        return does(one, values, view)
    if condition.key in ("publishes", "runs", "chairs", "in"):
        return stated(Claim(condition.key, one, values), view)
    if condition.key == "creates":
        return " ".join(born(v, view) for v in values)
    if condition.key in ("chair", "has") and values:
        return stated(
            Claim({"chair": "chairs", "has": "in"}[condition.key], values[0], (one,)), view
        )
    return ""
