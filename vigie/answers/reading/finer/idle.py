"""Who is said to do nothing at all: « le Pentagone ne fait rien contre la traite » denies no matter
that no topic covers, but that the document tells anything of what it does."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import UNKNOWN, Claim, Query
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed


def of_idle(query: Query, question: Question, world: World) -> Query:
    """`query`, its claims that something is not done as claims that nothing is, where the message
    says so; or that whoever the document describes has nothing to do with its subject."""
    if query.act != "verify":
        return query
    if _says_so(question.words):
        return replace(query, claims=tuple(map(_idle, query.claims)))
    if not _unconcerned(question.words):
        return query
    return replace(query, claims=tuple(_of_all(one, world) for one in query.claims))


def _of_all(claim: Claim, world: World) -> Claim:
    """Of whoever is described, a claim that something is not done as one that nothing is: whichever
    topic was read, the message names the whole subject."""
    described = isinstance(claim.subject, str) and world.right("described", claim.subject)
    if claim.relation == "does" and claim.denied and described == ("yes",):
        return _idle(replace(claim, values=(UNKNOWN,)))
    return _idle(claim) if described == ("yes",) else claim


def _unconcerned(words: str) -> bool:
    """Whether folded words say that somebody has nothing to do with the subject as a whole: not
    with "la traite des enfants", "la traite négrière"."""
    for phrase in closed("unconcerned"):
        before, found, after = f" {words} ".partition(f" {phrase} ")
        if found and closed("tags").issuperset(after.split()):
            return closed("judges").isdisjoint(before.split())
    return False


def _says_so(words: str) -> bool:
    """Whether folded words say that nothing at all is done: not "rien de cela", "n'en fait rien",
    nor "c'est faux que"."""
    if not closed("judges").isdisjoint(words.split()):
        return False
    for phrase in closed("idle"):
        before, found, after = f" {words} ".partition(f" {phrase} ")
        limited = not closed("of_something").isdisjoint(after.split()[:1])
        if found and not limited and closed("of_it").isdisjoint(before.split()[-1:]):
            return True
    return False


def _idle(claim: Claim) -> Claim:
    """Claims that something is not done, or that nothing is told, as one denial: what is told of
    them is introduced by "si"."""
    nothing = claim.relation == "does" and claim.denied and claim.values == (UNKNOWN,)
    untold = claim.relation == "described" and not claim.denied and claim.values == ("no",)
    if not nothing and not untold:
        return claim
    return Claim("described", claim.subject, ("yes",), denied=True)
