"""A filled form, grown by what it leaves: a form that nobody wrote is often one that many wrote
and a thing more.

"Combien de membres de la PITF enquêtent ?" is a count of those who do something, and among the
members of a body: the second condition comes from the name that the first form leaves unused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vigie.answers.query.model import Claim, Condition, Select
from vigie.answers.query.relations import ANY, OF
from vigie.answers.reading.choose import chosen
from vigie.answers.reading.enumerated import enumerated
from vigie.answers.reading.evidence import SURE_LINK, SURE_TOPIC, Evidence, Thing
from vigie.answers.reading.proposal import Proposal

YEAR = 4
"""Figures of a year."""
BY_KIND = {
    # For a sort that is asked for, the condition by which a thing of a kind narrows it.
    ("agency", "body"): "in",
    ("report", "agency"): "by",
    ("report", "body"): "by",
    ("programme", "agency"): "by",
}
BY_TOPIC = {"agency": "does", "report": "about", "committee": "about"}


def grown(made: Proposal, evidence: Evidence) -> Iterator[Proposal]:
    """The proposals that `made` becomes with what it leaves unused."""
    yield from chosen(made, evidence)
    yield from enumerated(made, evidence)
    yield from _of_all(made, evidence)
    yield from _of_its_report(made, evidence)
    yield from _with_its_number(made, evidence)
    yield from _narrowed(made, evidence)


def _narrowed(made: Proposal, evidence: Evidence) -> Iterator[Proposal]:
    """A list or a count with one more condition, from a thing or a topic that it leaves."""
    select = made.query.select
    if made.query.act not in ("select", "count") or select is None:
        return
    keys = {one.key for one in select.conditions}
    for place, thing in enumerate(evidence.things):
        key = BY_KIND.get((select.sort, thing.kind))
        free = place not in made.used and _counts(thing)
        if key and key not in keys and free:
            more = Condition(key, (thing.ids[0],))
            query = replace(made.query, select=_with(select, more))
            yield replace(made, query=query, used=made.used | {place}, added=1)
    if select.sort == "agency" and "report" in evidence.operators and "publishes" not in keys:
        query = replace(made.query, select=_with(select, Condition("publishes", (ANY,))))
        yield replace(made, query=query, added=made.added + 1, dropped=0)
    key = BY_TOPIC.get(select.sort)
    used = {topic for topic, _ in made.topics}
    sure = [pair for pair in evidence.topics[:2] if pair[1] >= SURE_TOPIC and pair[0] not in used]
    if not key or not sure:
        return
    if key not in keys and not made.topics:
        query = replace(made.query, select=_with(select, Condition(key, (sure[0][0],))))
        yield replace(made, query=query, topics=(sure[0],), added=1)
    yield from _of_two(made, select, key, sure[0])


def _of_two(
    made: Proposal, select: Select, key: str, topic: tuple[str, float]
) -> Iterator[Proposal]:
    """A list about one topic that is also about another: "qui sensibilise les militaires ?"."""
    for place, one in enumerate(select.conditions):
        if one.key == key and len(one.values) == 1 and not one.denied and one.values != (ANY,):
            both = replace(one, values=(*one.values, topic[0]), every=True)
            conditions = (*select.conditions[:place], both, *select.conditions[place + 1 :])
            query = replace(made.query, select=replace(select, conditions=conditions))
            yield replace(made, query=query, topics=(*made.topics, topic), added=1)


def _counts(thing: Thing) -> bool:
    """Whether a thing is surely one, and not set aside."""
    return not thing.aside and len(thing.ids) == 1 and thing.score > SURE_LINK


def _with(select: Select, condition: Condition) -> Select:
    return replace(select, conditions=(*select.conditions, condition))


def _with_its_number(made: Proposal, evidence: Evidence) -> Iterator[Proposal]:
    """The same claimed with the number that the message holds besides: "fait par la JvTA, et
    il y a quinze rescapés dedans"."""
    query = made.query
    left = evidence.numbers[made.numbers :]
    if query.act != "verify" or len(left) != 1 or len(query.claims) > 1:
        return
    (number,) = left
    wanted = ("law", "body", "report") if len(number) == YEAR else ("body",)
    for place in sorted(made.used):
        thing = evidence.things[place]
        if thing.kind in wanted and len(thing.ids) == 1:
            claim = Claim("year" if len(number) == YEAR else "number", thing.ids[0], (number,))
            claims = (*query.claims, claim)
            yield replace(made, query=replace(query, claims=claims), numbers=made.numbers + 1)


def _of_its_report(made: Proposal, evidence: Evidence) -> Iterator[Proposal]:
    """The same asked of what an agency or a body publishes: "le Conseil, son premier rapport,
    c'était quand ?" names the body and asks of its report."""
    query = made.query
    if query.act != "get" or "report" not in evidence.operators or len(query.subjects) != 1:
        return
    if "report" not in OF.get(query.want, ("report",)):
        return
    (owner,) = query.subjects
    kinds = {evidence.things[place].kind for place in made.used} or {"lent"}
    if isinstance(owner, str) and kinds <= {"agency", "body", "lent"}:
        report = Select("report", (Condition("by", (owner,)),))
        yield replace(made, query=replace(query, subjects=(report,)))


def _of_all(made: Proposal, evidence: Evidence) -> Iterator[Proposal]:
    """The same asked of everything of one kind that is named: "le DHS et le DoI, ça veut dire
    quoi ?"."""
    query = made.query
    if query.act not in ("describe", "get") or not made.used:
        return
    kinds = {evidence.things[place].kind for place in made.used}
    more = [
        place
        for place, thing in enumerate(evidence.things)
        if place not in made.used and thing.kind in kinds and thing.score == 1 and _counts(thing)
    ]
    if more:
        subjects = (*query.subjects, *(evidence.things[place].ids[0] for place in more))
        used = made.used.union(more)
        yield replace(made, query=replace(query, subjects=subjects), used=used)
