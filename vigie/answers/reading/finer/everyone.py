"""Claims on all of many: on the members of a body ("les membres de la PITF enquêtent-ils ?" is not
asked of the PITF), on all that was listed ("ils forment tous ?"), on all of a kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Optional

from vigie.answers.query.model import Claim, Condition, Query, Select, arguments
from vigie.answers.query.relations import EXCLUSIVE
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.context import stack
from vigie.answers.reading.table import table
from vigie.knowledge.text import fold

OF_MEMBERS = ("does", "publishes", "runs", "chairs", "kind", "described")
"""Relations in which agencies stand."""
LEVEL = "level"
OF = frozenset(("de", "du"))
OF_IT = OF | {"la", "le", "l"}
"""What stands between the members and the name of their body."""


def of_everyone(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, with what it claims of one claimed of the many of whom the message says it."""
    words = question.words.split()
    if query.act == "select":
        return _of_a_kind(query, words) or query
    if query.act != "verify":
        return query
    claims = tuple(_of_members(one, question, world) for one in query.claims)
    if claims != query.claims:
        return replace(query, claims=claims)
    alike = {(one.relation, one.values, one.denied, one.only, one.whole) for one in claims}
    named = {ident for m in question.mentions for ident in m.ids}
    if len(alike) != 1 or named.intersection(str(one.subject) for one in claims):
        return query
    everyone = _everyone(words, claims[0], world, focus)
    return replace(query, claims=(replace(claims[0], subject=everyone),)) if everyone else query


def _of_members(claim: Claim, question: Question, world: World) -> Claim:
    body = claim.subject
    named = [m for m in question.mentions if m.ids == (body,) and m.kind == "body"]
    said_of = claim.relation in OF_MEMBERS or claim.relation == LEVEL
    if not named or not said_of or not world.left("in", str(body)):
        return claim
    before = fold(question.text[: named[0].start]).split()
    gone = list(takewhile(OF_IT.__contains__, reversed(before)))
    members = before[: len(before) - len(gone)][-1:]
    if OF.isdisjoint(gone) or not closed("members").intersection(members):
        return claim
    conditions = (Condition("in", (str(body),)), *_kind(members[-1]))
    if claim.relation == LEVEL:  # "de niveau ministériel" is the body; its members are departments
        claim = replace(claim, relation="kind", values=("department",))
    return replace(claim, subject=Select("agency", conditions))


def _kind(noun: str) -> tuple[Condition, ...]:
    """What a noun says of the agencies that it calls so: "ministères"."""
    kinds = [kind for kind, nouns in table().kinds.items() if noun.rstrip("s") in nouns]
    return tuple(Condition("kind", (kind,)) for kind in kinds[:1])


def _everyone(words: Sequence[str], claim: Claim, world: World, focus: Focus) -> Optional[Select]:
    """All of whom a message speaks by "tous": the members of the body spoken of, where it says so,
    else what was listed."""
    noun = _all_of(words)
    if noun is None:
        return None
    if noun:
        said = (*focus.subjects, *(one for query in stack(focus) for one in arguments(query)))
        bodies = [one for one in said if one in world.index and world.left("in", one)]
        fits = bodies and claim.relation in OF_MEMBERS
        return Select("agency", (Condition("in", (bodies[0],)), *_kind(noun))) if fits else None
    listed = [one for one in focus.shown if one in world.index]
    kinds = {world.kind(one) for one in listed}
    return Select(kinds.pop(), among=tuple(listed)) if len(listed) > 1 and len(kinds) == 1 else None


def _all_of(words: Sequence[str]) -> Optional[str]:
    """What a message says that it means all of: "tous les membres"; "" of "ils forment tous", None
    where it speaks of no all, or of all of something else ("tous leurs employés")."""
    for place, word in enumerate(words):
        if word in closed("all_of_them"):
            after = words[place + 1 : place + 3]
            if not after or after[0] not in closed("determiners"):
                return ""
            return after[-1] if after[-1] in closed("members") else None
    return None


def _of_a_kind(query: Query, words: Sequence[str]) -> Optional[Query]:
    """A list of which it is asked whether all are in it: "tous les départements forment ?"."""
    select, noun = query.select, _all_of(words)
    if select is None or select.sort != "agency" or select.excluded or not noun:
        return None
    told = [one for one in select.conditions if one.key in EXCLUSIVE and one.key != "in"]
    if len(told) != 1 or told[0].denied or not table().asking_what.isdisjoint(words):
        return None
    rest = tuple(one for one in select.conditions if one is not told[0])
    claim = Claim(told[0].key, replace(select, conditions=rest or _kind(noun)), told[0].values)
    return Query("verify", claims=(claim,))
