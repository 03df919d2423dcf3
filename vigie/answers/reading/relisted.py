"""The last query asked another way: its list counted or shown ("combien ?", "lesquels ?"), what it
compares compared on one point ("et du point de vue des membres ?")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Optional

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import EXTREMES, GIVEN, Claim, Condition, Query, Select, arguments
from vigie.answers.query.normal import listed, normal
from vigie.answers.query.relations import KEYS
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.called import called
from vigie.answers.reading.finer.bounded import bounds
from vigie.answers.reading.proposal import Proposal

BOUND = 0.9
"""How likely "plus de cinq ?" alone counts the last list."""
_NUMBER = "get number ?"
_WHO = ("select agency", "get owner ?", "get appointer ?", "get origin ?")
"""How the forms begin that ask who."""
_ASKED_OF = {"appoints": "appointer", "creates": "origin"}
"""What is asked of the right side of a claim, where that is no list of agencies."""
_MOST_OF = {
    # What there is most of, as the list of whoever has it: "qui en publie le plus ? lesquels ?".
    "report": ("report", "by"),
    "programme": ("programme", "by"),
    "body": ("body", "chair"),
    "committee": ("committee", "of"),
    "member": ("agency", "in"),
}


def _listed(last: Query, focus: Focus) -> Optional[Select]:
    """The list that the last query is about."""
    if last.act not in EXTREMES:
        return listed(last)
    sort, key = _MOST_OF.get(last.want, ("", ""))
    return Select(sort, (Condition(key, focus.subjects[:1]),)) if sort and focus.subjects else None


def _of_whom_it_holds(claim: Claim, likely: Mapping[str, float]) -> Iterator[Proposal]:
    """Of whom the last claim does hold: "non ? qui, alors ?"."""
    if claim.relation in _ASKED_OF and isinstance(claim.values[0], str):
        query = Query("get", _ASKED_OF[claim.relation], subjects=claim.values[:1])
    elif claim.relation in KEYS["agency"]:
        select = Select("agency", (Condition(claim.relation, claim.values),))
        query = normal(Query("select", select=select))
    else:
        return
    other = tuple(f" {key}=" for key in KEYS["agency"] if key != claim.relation)
    chance = sum(
        p
        for form, p in likely.items()
        if form.startswith(_WHO) and not any(key in form for key in other)
    )
    if chance:
        yield Proposal(query, min(chance, 1.0), lent=1, kind="lent")


def asked_otherwise(
    question: Question, last: Query, focus: Focus, world: World
) -> Iterator[Proposal]:
    """What the last query becomes for a message that names nothing."""
    likely = dict(question.forms)
    told = focus.subjects[:1]  # "je parlais de celui du procureur. À qui est-il ?"
    if last.claims and not set(told) <= set(arguments(last)):
        return
    compared = [one for one in arguments(last) if one in world.index]
    if last.act == "compare" and not called(compared, question.outside, world):
        yield from _compared_on(last, likely)
    if bounds(question.words.split()) and not question.mentions:
        likely["count"] = max(likely.get("count", 0.0), BOUND)
    yield from _counted_or_listed(last, likely, focus, world)


def _counted_or_listed(
    last: Query, likely: Mapping[str, float], focus: Focus, world: World
) -> Iterator[Proposal]:
    """The list of the last query counted, or shown where it was counted: "combien ?",
    "lesquels ?"."""
    counted = [one.subject for one in last.claims if one.relation == "count"]
    if len(last.claims) == 1 and not counted:
        yield from _of_whom_it_holds(last.claims[0], likely)
        return
    select = counted[0] if counted and isinstance(counted[0], Select) else _listed(last, focus)
    several = select is not None and len(find(select, world)) > 1
    if select is None or not (several or last.act == "count"):  # of one, nothing is left to ask
        return
    for act in ("count", "select"):
        query = normal(Query(act, select=select))
        chance = sum(
            p
            for form, p in likely.items()
            if form.startswith(act) or (form == _NUMBER and act == "count")
        )
        if query != normal(last) and chance:
            yield Proposal(query, min(chance, 1.0), lent=1, kind="lent")


def _compared_on(last: Query, likely: Mapping[str, float]) -> Iterator[Proposal]:
    """What was compared, on the one point that the message asks for."""
    for want in GIVEN:
        chance = likely.get(f"get {want} ?", 0.0) + likely.get(f"compare ? ? about={want}", 0.0)
        if chance:
            query = replace(last, about=(want,))
            yield Proposal(query, min(chance, 1.0), lent=len(last.subjects), kind="lent")
