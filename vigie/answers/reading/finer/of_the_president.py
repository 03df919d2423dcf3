"""The president of the United States, who is nobody that presides over a body of the document: « et
le président, il fait quoi ? » after « le DoS préside la PITF »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.query.form import PRESIDENT
from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says

OF_ONE = ("describe", "get")
OF, OF_HIS_COUNTRY = ("de", "du", "d"), "des"
"""What follows the word where it is of a body ("le président du Conseil"), and of the country."""


def of_the_president(query: Query, question: Question) -> Query:
    """`query` of him, where it is of an agency that the message does not name and the message
    speaks of him; not where it asks who that is, as of a body."""
    if not speaks_of_him(question.words) or says(closed("who_is"), question.words):
        return query
    named = {*question.ids()}
    if query.act in OF_ONE and len(query.subjects) == 1:
        (one,) = query.subjects
        plain = isinstance(one, str) and one not in named
        return Query("describe", subjects=(PRESIDENT,)) if plain else query
    if query.act == "verify" and len(query.claims) == 1:
        (claim,) = query.claims
        if claim.relation == "chairs" and claim.subject not in named:
            return replace(query, claims=(replace(claim, subject=PRESIDENT),))
    return query


def speaks_of_him(words: str) -> bool:
    """Whether folded words name the president of the United States, and not as one of a body."""
    said = words.split()
    return any(
        word == PRESIDENT and _leads_to_him(said[:place]) and _is_of_the_country(said[place + 1 :])
        for place, word in enumerate(said)
    )


def _leads_to_him(before: Sequence[str]) -> bool:
    """Whether what stands before the word makes it a person: not "l'équipe du président"."""
    *earlier, last = before or [""]
    of_him = last == "du" and not closed("spoken_of_president").isdisjoint(earlier[-1:])
    return of_him or last in closed("before_president")


def _is_of_the_country(after: Sequence[str]) -> bool:
    """Whether what stands after it does not make him one of a body: "le président du Conseil"."""
    first, second = (*after, "", "")[:2]
    return first not in OF and (first != OF_HIS_COUNTRY or second == "etats")
