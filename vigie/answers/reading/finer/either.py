"""One of two things that are asked about at once: « ils forment aussi, ou c’est juste le DoJ ? »
waits for no yes, and its end claims that there is nobody else."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Query
from vigie.answers.query.relations import EXCLUSIVE
from vigie.answers.question import WORD, Question
from vigie.answers.reading.closed import closed
from vigie.knowledge.text import fold

OR = "ou"
"""As it is typed: "où" asks for a place."""


def asks_either(text: str) -> bool:
    """Whether a text asks which of two things is so: not "oui ou non".

    >>> asks_either("il forme ou c'est juste le DoJ ?"), asks_either("il forme ou pas ?")
    (True, False)
    """
    return bool(_second(text))


def _second(text: str) -> list[str]:
    """The other of two things, from the word that begins it; nothing where there are not two."""
    words = WORD.findall(text.lower())
    for place in range(len(words) - 1, 0, -1):
        following = {fold(word) for word in words[place + 1 : place + 2]}
        if words[place] == OR and closed("another").intersection(following):
            return [fold(word) for word in words[place + 1 :]]
    return []


def of_either(query: Query, question: Question) -> Query:
    """`query`, as a claim that there is nobody else, where the other of two things says so of whom
    it claims something: "… ou seulement le DoJ ?"."""
    if query.act != "verify" or len(query.claims) != 1:
        return query
    (claim,) = query.claims
    named = [one for one in question.mentions if claim.subject in one.ids]
    if claim.relation not in EXCLUSIVE or claim.only or claim.whole or len(named) != 1:
        return query
    if closed("another_alone").intersection(_second(question.text[: named[0].start])):
        return replace(query, claims=(replace(claim, only=True, denied=False),))
    return query
