"""Two lists told one after the other, counted together: "donc quatre en tout ?" after three reports
of one and one of another, "et les deux listes ensemble ?"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import Optional

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import SURE_TOPIC

LISTS, TWO = ("select", "count"), 2


def of_the_sum(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`; a count of the last list as one of the last two where the message says both, a
    number claimed of it as one of these where it is theirs together."""
    both, words = _together(focus), question.words
    about = any(score >= SURE_TOPIC for score in question.scores.values())
    if both is None or question.mentions or about or says(closed("in_common"), words):
        return query
    if query.act == "count" and says(closed("both_lists"), words):
        return Query("count", select=both)
    claim = query.claims[0] if query.act == "verify" and len(query.claims) == 1 else None
    if claim is None or claim.relation != "count" or not isinstance(claim.subject, Select):
        return query
    if not says(closed("in_all") | closed("both_lists"), words):
        return query
    sizes = [len(find(one.select, world)) for one in stack(focus)[:2] if one.select]
    theirs = {str(sum(sizes)), str(len(find(both, world)))} - {str(sizes[0])}
    if claim.subject != stack(focus)[0].select or theirs.isdisjoint(map(str, claim.values)):
        return query
    return replace(query, claims=(Claim("count", both, claim.values),))


def _together(focus: Focus) -> Optional[Select]:
    """What either of the last two lists holds, where they differ in one condition alone."""
    told = takewhile(lambda one: one.act in LISTS, stack(focus))
    last = [one.select for one in told if one.select]
    if len(last) != TWO or any(one.excluded or one.among for one in last):
        return None
    (later, before) = last
    conditions = (*before.conditions, *later.conditions)
    plain = all(not (one.denied or one.every) for one in conditions)
    same = later.sort == before.sort and len({one.key for one in conditions}) == 1
    if not plain or not same or len(conditions) != 2 or later == before:
        return None
    values = dict.fromkeys(value for one in conditions for value in one.values)
    return Select(later.sort, (Condition(conditions[0].key, tuple(values)),))
