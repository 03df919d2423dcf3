"""What nobody is said to do: "personne ne s'occupe des écoles ?" is no question on who does not."""

from __future__ import annotations

from vigie.answers.query.model import Claim, Query, Select
from vigie.answers.query.relations import EXCLUSIVE
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says


def of_nobody(query: Query, question: Question) -> Query:
    """`query`, as the claim that none of all does it, where the message says so of none by name."""
    said = says(closed("nobody"), question.words)
    if not said or not closed("bounds.asking").isdisjoint(question.words.split()):
        return query
    if query.act == "verify" and len(query.claims) == 1 and query.claims[0].only:
        (claim,) = query.claims
        named = {ident for m in question.mentions for ident in m.ids}
        if claim.relation in EXCLUSIVE and claim.subject not in named:
            return _denied(claim.relation, Select("agency"), claim.values)
    select = query.select
    if query.act == "select" and select and select.sort == "agency" and not select.excluded:
        denied = [one for one in select.conditions if one.denied and one.key in EXCLUSIVE]
        if denied and len({one.key for one in denied}) == 1:
            rest = tuple(one for one in select.conditions if one not in denied)
            return _denied(denied[0].key, Select("agency", rest), denied[0].values)
    return query


def _denied(relation: str, who: Select, values: tuple[str | Select, ...]) -> Query:
    return Query("verify", claims=(Claim(relation, who, values, denied=True),))
