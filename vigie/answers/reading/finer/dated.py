"""What a claim says more closely than its query: the month beside the year, another rhythm than
the yearly one, the year in which a law is said to have been amended."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from vigie.answers.query.bounds import is_bound
from vigie.answers.query.model import Claim, Condition, Query, Select
from vigie.answers.query.relations import ANY
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.knowledge.model.measures import Report
from vigie.knowledge.text import fold

_AMENDED = re.compile(r"\b(?:amend|modifi)\w* en (\d{4})\b")
"""The year in which something is said to have been amended."""
ANNUAL = Condition("freq", ("annual",))


def dated(query: Query, question: Question, world: World) -> Query:
    """`query`, with the months, rhythms and years that its claims leave out."""
    if len(query.claims) != 1:  # of several, a month or a year may be said of any
        return query
    claims = tuple(_dated(one, question, world) for one in query.claims)
    return replace(query, claims=claims) if claims != query.claims else query


def _dated(claim: Claim, question: Question, world: World) -> Claim:
    words = question.words.split()
    if claim.relation == "year":
        return _with_month(claim, words, world)
    if claim.relation == "freq" and claim.values == ("annual",):
        other = next((word for word in words if word in closed("rhythms.other")), "")
        other = (
            other if closed("rhythms.yearly").isdisjoint(words) else ""
        )  # "annuel, pas trimestriel"
        return replace(claim, values=(other,)) if other else claim
    if claim.relation == "amends":
        return _of_another_year(claim, question, world) or claim
    yearly = not closed("rhythms.yearly").isdisjoint(words)
    yearly = yearly or says(closed("rhythms.each_year"), question.words)
    of_reports = not claim.only or "rapport" in words
    if claim.relation == "publishes" and claim.values == (ANY,) and yearly and of_reports:
        return replace(claim, values=(Select("report", (ANNUAL,)),))
    return claim


def _with_month(claim: Claim, words: list[str], world: World) -> Claim:
    """With the month, where the document gives one and it is another."""
    subject = str(claim.subject)
    one = world.index.entity(subject) if subject in world.index else None
    month = next((word for word in words if word in closed("months")), "")
    if not isinstance(one, Report) or not month or not one.date or len(claim.values) != 1:
        return claim
    (value,) = claim.values
    if is_bound(value) or month in fold(one.date).split():
        return claim
    return replace(claim, values=(f"{month} {value}",))


def _of_another_year(claim: Claim, question: Question, world: World) -> Optional[Claim]:
    """Of an amendment that is said to be of another year, that year: "amendée en 2013 ?"."""
    years = _AMENDED.findall(fold(question.text))
    known = world.right("year", str(claim.subject))
    if len(years) != 1 or not known or years[0] in known or claim.only or claim.whole:
        return None
    return Claim("year", claim.subject, (years[0],), claim.denied)
