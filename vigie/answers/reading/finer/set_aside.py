"""Who is set aside of several: « pas l’EEOC, le DoJ et le DHS » compares two."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query
from vigie.answers.question import Mention, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.rejected import repairs
from vigie.knowledge.text import fold

NEAR = 4
"""Words before "pas" among which stands the "ne" of a verb."""
FEWEST = {"compare": 2, "describe": 1, "get": 1}
"""Things that are left at least when others are set aside, by act."""


def set_aside(query: Query, question: Question) -> Query:
    """`query`, without those of its things before whose names the message says "pas"."""
    if query.act == "verify":
        return _claimed_of_the_other(query, question)
    least = FEWEST.get(query.act)
    if least is None or len(query.subjects) <= least:
        return query
    gone = {m.ids[0] for m in question.mentions if len(m.ids) == 1 and refused(m, question)}
    left = tuple(one for one in query.subjects if one not in gone)
    return replace(query, subjects=left) if len(left) >= least else query


def _claimed_of_the_other(query: Query, question: Question) -> Query:
    """Claims of what a message says that it is not of, as of the only other thing of that kind that
    it names: "je parlais du Conseil et non de la PITF : ses onze membres sont tous rescapés ?"."""
    gone = {m.ids[0]: m.kind for m in question.mentions if m.excluded and len(m.ids) == 1}
    if not gone or len(query.claims) < 2 or not repairs(question):
        return query
    others = tuple(dict.fromkeys(one.subject for one in query.claims if one.subject not in gone))
    instead = {one: question.ids(kind) or others for one, kind in gone.items()}
    claims = (
        replace(one, subject=instead[str(one.subject)][0])
        if len(instead.get(str(one.subject), ())) == 1
        else one
        for one in query.claims
    )
    return replace(query, claims=tuple(dict.fromkeys(claims)))


def refused(mention: Mention, question: Question) -> bool:
    """Whether a name stands just after "pas", which denies no verb."""
    before = fold(question.text[: mention.start].replace("’", " ").replace("'", " ")).split()
    while before and before[-1] in closed("limits.joining"):
        before.pop()
    verb = not closed("refusing_a_verb").isdisjoint(before[-NEAR - 1 : -1])
    return bool(before) and before[-1] in closed("refusing") and not verb
