"""The reply to a query: each act has its renderer."""

from __future__ import annotations

from typing import Optional

from vigie.answers.grammar import capital
from vigie.answers.query.evaluate import find, resolve
from vigie.answers.query.model import UNKNOWN, Condition, Query, Select
from vigie.answers.query.normal import normal
from vigie.answers.question import Focus
from vigie.answers.render.attributes import attribute
from vigie.answers.render.beside import describe_beside
from vigie.answers.render.duties import does, doing
from vigie.answers.render.extremes import extremes
from vigie.answers.render.lists import listed
from vigie.answers.render.once import each_alike_once
from vigie.answers.render.portrait import describe_any
from vigie.answers.render.side import compared, gap
from vigie.answers.render.verdicts import verified
from vigie.answers.render.words import called, labels_of, unnamed
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
    if query.act in ("max", "min"):
        return extremes(query, view)
    if query.act == "describe":
        return _each(query, view)
    if query.act == "get":
        return _attributes(query, view)
    if query.act == "verify":
        return verified(query, view)
    if query.act == "compare":
        return compared(query, view)
    if query.act == "gap":
        return gap(query, view)
    return None


def _each(query: Query, view: View) -> Optional[Reply]:
    ids = resolve(query.subjects, view.world)
    if len(ids) > 1 and all(view.kind(one) == "committee" for one in ids):
        return _committees(ids, view)
    if query.beside and len(ids) == 1 and ids[0] in view.index:
        return describe_beside(ids[0], query.beside, view)
    told = {one: _described(one, query.about, view, len(ids) == 1) for one in ids}
    return _joined(each_alike_once(told, "", view))


def _committees(ids: tuple[str, ...], view: View) -> Reply:
    """Several committees: of each the document gives the name alone, which says its matter."""
    return Reply(
        view.say("committees_each"),
        tuple(capital(called(one, view)) for one in ids),
        places=places(*(view.entity(one) for one in ids)),
        focus=Focus(ids, (), ids),
    )


def _attributes(query: Query, view: View) -> Optional[Reply]:
    ids = resolve(query.subjects, view.world)
    told = {one: attribute(query.want, one, view) for one in ids}
    return _joined(each_alike_once(told, query.want, view))


def _joined(replies: list[Reply]) -> Optional[Reply]:
    if len(replies) < 2:
        return replies[0] if replies else None
    subjects = tuple(s for reply in replies if reply.focus for s in reply.focus.subjects)
    first = replies[0].focus or Focus()
    focus = Focus(subjects, first.topics, subjects)
    short = not any(reply.items for reply in replies)
    return together(replies if short else replies[:LONG]).with_(focus=focus)


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
    if not alone:
        return whole.with_(lead=lead, items=(), after="", reason="topic")
    if whole.items:
        return whole.with_(lead=f"{lead} {whole.lead}", reason="topic")
    return whole.with_(lead=lead, after=whole.lead, reason="topic")


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
