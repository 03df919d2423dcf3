"""The reply to a query: each act has its renderer."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from vigie.answers.grammar import capital, sentence, unique
from vigie.answers.query.evaluate import evidence, find, resolve
from vigie.answers.query.form import PRESIDENT
from vigie.answers.query.model import (
    EXTREMES,
    GIVEN,
    NEVER_GIVEN,
    UNKNOWN,
    Condition,
    Query,
    Select,
)
from vigie.answers.query.normal import normal
from vigie.answers.query.years import oldest_first
from vigie.answers.question import Focus
from vigie.answers.render.attributes import attribute, who_meets
from vigie.answers.render.beside import describe_beside
from vigie.answers.render.bodies import committees_named
from vigie.answers.render.counted import DUTIES, add_up_duties
from vigie.answers.render.duties import do_it, does, doing
from vigie.answers.render.extremes import extremes
from vigie.answers.render.lists import listed
from vigie.answers.render.members import president
from vigie.answers.render.names import MANY, NAMING, names
from vigie.answers.render.near import beside_near
from vigie.answers.render.once import each_alike_once
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.side import compared, gap
from vigie.answers.render.verdicts import verified
from vigie.answers.render.words import labels_of, unnamed
from vigie.answers.reply import Reply, together
from vigie.answers.view import View, places

LONG = 4
"""Lists that are shown in one reply: more would not be read."""


def answer(query: Query, view: View) -> Optional[Reply]:
    """What Vigie says to a query about facts; None where the query has no answer of its own
    (small talk, a question back, what is told) or asks what makes no sense of its subject."""
    if query.act == "count" and normal(query).act == "get":
        return _attributes(normal(query), view)  # members are counted in the document's own words
    if query.act in ("select", "count"):
        return listed(query, view)
    if query.act in EXTREMES:
        return extremes(query, view)
    if query.act == "describe":
        return _each(query, view)
    if query.act == "get":
        return _attributes(query, view)
    if query.act == "verify":
        return verified(normal(query), view)
    if query.act == "compare":
        return compared(query, view) if _side_by_side(query, view) else _one_by_one(query, view)
    if query.act == "gap":
        return gap(query, view)
    return None


def _side_by_side(query: Query, view: View) -> bool:
    """Whether what is compared can be: names alone are told of committees, and nothing of what the
    document does not name."""
    ids = resolve(query.subjects, view.world)
    names_only = all(view.kind(one) == "committee" for one in ids) and not query.about
    return not names_only and not any(one.startswith(UNKNOWN) for one in ids)


def _one_by_one(query: Query, view: View) -> Optional[Reply]:
    """What is told of each of several things, on topics or on one attribute."""
    wanted = [one for one in query.about if one in (*GIVEN, *NEVER_GIVEN)]
    if wanted:
        return _attributes(replace(query, act="get", want=wanted[0], about=()), view)
    return _each(query, view)


def _each(query: Query, view: View) -> Optional[Reply]:
    ids = resolve(query.subjects, view.world)
    if not ids:
        return _nothing(query, view)
    if ids == (PRESIDENT,):
        return president(view)
    if len(ids) > 1 and all(view.kind(one) == "committee" for one in ids):
        return committees_named(ids, view)
    if query.beside and all(one in view.index for one in ids):
        return _joined([describe_beside(one, query.beside, view) for one in ids])
    told = {one: _described(one, query.about, view, len(ids) == 1) for one in ids}
    return _joined(each_alike_once(told, "", view))


def _nothing(query: Query, view: View) -> Optional[Reply]:
    """That there is no such thing as a query asks about: "qui publie le rapport annuel sur les
    enfants ?"."""
    described = (one for one in query.subjects if isinstance(one, Select))
    return next((listed(Query("select", select=one), view) for one in described), None)


def _attributes(query: Query, view: View) -> Optional[Reply]:
    ids = who_meets(query.want, resolve(query.subjects, view.world), view)
    if not ids:
        return _nothing(query, view)
    if ids == (PRESIDENT,):
        return president(view)
    if query.want == "date":  # the oldest first, whatever the order in which they were named
        ids = oldest_first(ids, view.world)
    if query.want == DUTIES and len(ids) > 1:
        return add_up_duties(ids, view)
    if query.want in NAMING and len(ids) >= MANY and all(one in view.index for one in ids):
        return names(ids, view)
    told = {one: attribute(query.want, one, view) for one in ids}
    return _joined(each_alike_once(told, query.want, view))


def _joined(replies: list[Reply]) -> Optional[Reply]:
    if len(replies) < 2:
        return replies[0] if replies else None
    subjects = tuple(s for reply in replies if reply.focus for s in reply.focus.subjects)
    first = replies[0].focus or Focus()
    focus = Focus(subjects, first.topics, subjects)
    once = list({(reply.lead, reply.items): reply for reply in replies}.values())
    short = not any(reply.items for reply in once)
    return together(once if short else once[:LONG]).with_(focus=focus)


def _described(one: str, about: tuple[str, ...], view: View, alone: bool) -> Optional[Reply]:
    """What a thing is or does, whole or on some topics; where it is not asked about `alone` and
    does nothing about these, nothing else of it."""
    if one.startswith(UNKNOWN):
        return unnamed(one, view)
    if one not in view.index:
        return None
    if not about or view.kind(one) not in ("agency", "body"):
        return describe_any(one, view)
    known = tuple(topic for topic in about if not topic.startswith(UNKNOWN))
    found = doing(one, known, view)
    if found.duties:
        return Reply(
            does(one, known, view),
            places=places(*found.duties),
            focus=Focus((one,), known, (one,)),
        )
    by_committee = _by_its_committees(one, known, view)
    if by_committee is not None:
        return by_committee
    whole = describe_any(one, view)
    who = format(view.noun(one), "le")
    lead = view.say("says_not_of", who=who, of=labels_of(known, view))
    if not known:
        lead = view.say("says_nothing_of_it", of=who)
    refusal = whole.with_(lead=lead, items=(), after="", reason="topic")
    if not alone:
        return beside_near(refusal, one, known, view)
    if known:
        return _of_others(refusal, known, view)
    if whole.items:
        return whole.with_(lead=f"{lead} {whole.lead}", reason="topic")
    return whole.with_(lead=lead, after=whole.lead, reason="topic")


def _of_others(refusal: Reply, topics: tuple[str, ...], view: View) -> Reply:
    """That nothing is said of some topics for whom was asked about, then what is said of a broader
    one ("il finance des programmes internationaux", and no help to victims), or who does it."""
    (one,) = refusal.focus.subjects if refusal.focus else ("",)
    near = beside_near(refusal, one, topics, view)
    if near != refusal:
        return near
    broader = unique(wider for topic in topics for wider in view.topic(topic).within)
    found = doing(one, broader, view) if broader and one in view.index else None
    if found is not None and found.duties:
        fact = capital(sentence(does(one, broader, view)))
        return refusal.with_(after=fact, places=places(*found.duties))
    doers = Select("agency", (Condition("does", topics),))
    some = find(doers, view.world)
    cited = places(*evidence(doers, some, view.world))
    return refusal.with_(
        after=do_it(some, view), places=tuple(dict.fromkeys((*refusal.places, *cited)))
    )


def _by_its_committees(body: str, topics: tuple[str, ...], view: View) -> Optional[Reply]:
    """What a body does on some topics by a committee of its own."""
    if view.kind(body) != "body" or not topics:
        return None
    select = Select("committee", (Condition("of", (body,)), Condition("about", topics)))
    if not find(select, view.world):
        return None
    reply = listed(Query("select", select=select), view)
    if reply is None or reply.focus is None:
        return reply
    return reply.with_(focus=Focus((body,), topics, reply.focus.shown))
