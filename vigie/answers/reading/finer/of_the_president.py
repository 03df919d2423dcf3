"""The president of the United States, who is nobody that presides over a body of the document: « et
le président, il fait quoi ? » after « le DoS préside la PITF »."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says

PRESIDENT = "president"
OF_ONE = ("describe", "get")
OF, OF_HIS_COUNTRY = ("de", "du", "d"), "des"
"""What follows the word where it is of a body ("le président du Conseil"), and of the country."""


def of_the_president(query: Query, question: Question) -> Query:
    """`query` of him, where it is of an agency that the message does not name and the message
    speaks of him; not where it asks who that is, as of a body."""
    if not _speaks_of_him(question.words) or says(closed("who_is"), question.words):
        return query
    named = {*question.ids()}
    if query.act in OF_ONE and len(query.subjects) == 1 and query.subjects[0] not in named:
        return Query("describe", subjects=(PRESIDENT,))
    if query.act == "verify" and len(query.claims) == 1:
        (claim,) = query.claims
        if claim.relation == "chairs" and claim.subject not in named:
            return replace(query, claims=(replace(claim, subject=PRESIDENT),))
    return query


def _speaks_of_him(words: str) -> bool:
    said = words.split()
    return any(
        word == PRESIDENT
        and before in closed("before_president")
        and (after not in OF and (after != OF_HIS_COUNTRY or beyond == "etats"))
        for before, word, after, beyond in zip(
            ["", *said], said, [*said[1:], ""], [*said[2:], "", ""]
        )
    )
