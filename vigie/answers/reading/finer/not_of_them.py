"""Whoever was spoken of and does not do it, where a message may well not mean them: « elle peut
rester ? » is asked of a victim, « et quelque chose sur l’Alaska, non ? » of the document. "Non"
would be heard as one to that, as "oui" would to « c’est contradictoire ? »."""

from __future__ import annotations

from vigie.answers.query.model import UNKNOWN, Condition, Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.whether import asks_of_the_text

ALL = "agency"
"""Whoever does something, where nobody is meant."""
DOES, COUNTED = "does", ("number", "count")
OF_ALL = (DOES, "about")
"""Relations that claim of agencies, none of which is named, what the text speaks of."""
NOTHING, DOUBT = Query("none", "near"), Query("meta", "doubt")


def not_of_them(query: Query, question: Question, world: World) -> Query:
    """`query`; who does it, where it is of somebody whom the message does not name and who does
    not, and others do: what is said of a victim, or asked of what the document says. A doubt of
    what was told, where a message that is read as a claim names nothing but a contradiction."""
    words, named = question.words, question.mentions or question.topics
    counts = any(one.relation in COUNTED for one in query.claims)
    if query.act == "verify" and not (named or counts) and says(closed("contradicting"), words):
        return DOUBT
    whom, topics = _asked(query)
    if topics == (UNKNOWN,) and whom not in question.ids() and asks_of_the_text(words):
        topics = question.topics[:1]
        if not topics:
            return NOTHING
    doers = {one for topic in topics for one in world.left(DOES, topic)}
    unknown = whom != ALL and whom not in world.index
    if not doers or whom in doers or unknown or whom in question.ids():
        return query
    of_a_victim = says(closed("as_a_victim"), words) and not says(closed("letting"), words)
    of_the_text = query.act == "verify" and asks_of_the_text(words, anything=True)
    if not (of_a_victim or of_the_text):
        return query
    return Query("select", select=Select("agency", (Condition(DOES, topics),)))


def _asked(query: Query) -> tuple[str, tuple[str, ...]]:
    """Of whom a query asks whether they do something, or what about it, and of which topics; "" for
    another query."""
    if query.act == "verify" and len(query.claims) == 1:
        (claim,) = query.claims
        plain = not (claim.denied or claim.only or claim.whole)
        if plain and claim.relation == DOES and isinstance(claim.subject, str):
            return claim.subject, tuple(map(str, claim.values))
        if plain and claim.relation in OF_ALL and getattr(claim.subject, "sort", "") == ALL:
            return ALL, tuple(map(str, claim.values))
    if query.act == "describe" and len(query.subjects) == 1 and query.about:
        return str(query.subjects[0]), query.about
    return "", ()
