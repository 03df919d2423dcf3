"""What is said alike of several things in one reply, said once with their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Optional

from vigie.answers.grammar import capital, listing, sentence, unique
from vigie.answers.query.model import UNKNOWN, Query
from vigie.answers.question import Focus
from vigie.answers.render.attributes import unsaid, unsaid_of
from vigie.answers.render.words import called
from vigie.answers.reply import Reply
from vigie.answers.view import View, places
from vigie.knowledge.model.measures import Report

UNTOLD = MappingProxyType(
    {"frequency": "reports_no_frequency_each", "date": "reports_undated_each"}
)
"""How it is said that the document does not give these of several reports."""
FEW = 2
"""Things up to which something else is told of each, where what was asked is not given."""


def each_alike_once(told: Mapping[str, Optional[Reply]], want: str, view: View) -> list[Reply]:
    """The replies on these things (on an attribute that is wanted, or none), in their order; a
    refusal of several at the place of the first."""
    known = {one: reply for one, reply in told.items() if reply is not None}
    alike: dict[str, list[str]] = {}
    for one, reply in known.items():
        alike.setdefault(_refusal(one, reply, want, view) or one, []).append(one)
    return [
        known[ids[0]] if len(ids) == 1 else _of_all(ids, [known[one] for one in ids], want, view)
        for ids in alike.values()
    ]


def refused(query: Query, reply: Reply, view: View) -> str:
    """The same of the reply to a query on one thing: "" where it is none, or is about more."""
    one = query.subjects[0] if len(query.subjects) == 1 else None
    plain = query.act in ("describe", "get") and not reply.guessed
    return _refusal(one, reply, query.want, view) if plain and isinstance(one, str) else ""


def _refusal(one: str, reply: Reply, want: str, view: View) -> str:
    """What tells refusals apart that are the same of other things; "" where it is none."""
    if want in UNTOLD and _has_no_rhythm(one, view):
        return want
    if want:
        return unsaid(want, one, view) if reply.reason == want else ""
    if one.startswith(UNKNOWN):
        return UNKNOWN
    return "named" if not reply.reason and is_only_named(one, view) else ""


def _has_no_rhythm(one: str, view: View) -> bool:
    """Whether the document tells of a report neither how often it appears nor when it did."""
    entity = view.entity(one) if one in view.index else None
    return isinstance(entity, Report) and not entity.frequency and not entity.date


def is_only_named(one: str, view: View) -> bool:
    """Whether the document names an agency and says nothing of what it does."""
    return view.kind(one) == "agency" and not view.agency(one).duties


def only_named(ids: Sequence[str], view: View) -> Reply:
    """That the document only names several agencies."""
    nouns = [view.noun(one) for one in ids]
    feminine = all(noun.name.gender == "f" for noun in nouns)
    lead = view.say(
        "agencies_only_named",
        who=capital(listing([format(noun, "le") for noun in nouns])),
        e="es" if feminine else "s",
    )
    cited = places(*(view.agency(one) for one in ids))
    return Reply(lead, places=cited, focus=Focus(tuple(ids), (), tuple(ids)))


def _of_all(ids: Sequence[str], replies: Sequence[Reply], want: str, view: View) -> Reply:
    """One refusal of several things, then what is said of each."""
    if not want and not ids[0].startswith(UNKNOWN):
        return only_named(ids, view)
    if not want:
        names = listing([called(one, view) for one in ids], "ni")
        return replies[0].with_(lead=view.say("outsider_named", name=names))
    if want in UNTOLD and _has_no_rhythm(ids[0], view):
        lead = view.say(UNTOLD[want], titles=listing([called(one, view) for one in ids]))
        cited = places(*(view.entity(one) for one in ids))
        return Reply(lead, places=cited, focus=Focus(tuple(ids), (), tuple(ids)))
    named = [one for one in ids if is_only_named(one, view)]
    after = {one: reply.after for one, reply in zip(ids, replies)}
    if len(named) > 1:
        after |= dict.fromkeys(named, sentence(only_named(named, view).lead))
    facts = unique(one for one in after.values() if one) if len(ids) <= FEW else ()
    return Reply(
        unsaid_of(want, ids, view),
        after=" ".join(facts),
        kind="answer" if facts else "refusal",
        reason=want,
        places=tuple(dict.fromkeys(place for reply in replies for place in reply.places)),
        focus=Focus(tuple(ids), (), tuple(ids)),
    )
