"""Any report, where a message says "un rapport annuel": « est-ce le seul ministère à publier un
rapport annuel ? » is not asked of the one that was just told."""

from __future__ import annotations

from dataclasses import replace

from vigie.answers.query.model import Claim, Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import Mention, Question
from vigie.answers.reading.closed import closed, grouped, says
from vigie.answers.reading.evidence import SURE_TOPIC
from vigie.answers.reading.finer.dated import ANNUAL
from vigie.knowledge.text import fold

SORT, RELATION = "report", "publishes"


def of_any_such(query: Query, question: Question, world: World) -> Query:
    """`query`; a claim that somebody alone publishes a report, or one that they do who publish
    others, as one on all such reports, where the message names none and speaks of any."""
    if query.act != "verify" or not query.claims:
        return query
    if says(closed("own_report"), question.words):
        return _each_its_own(query, question, world)
    if not _speaks_of_any(question.words):
        return query
    claim, *others = query.claims
    if claim.relation != RELATION or not _is_lent(claim, question, world):
        return query
    if any(one != Claim("freq", str(claim.values[0]), ANNUAL.values) for one in others):
        return query  # of more than how often it appears
    if not claim.only and not (_has_others(claim, world) and _of_any_at_all(question.words)):
        return query
    return replace(query, claims=(replace(claim, values=(_any_report(question.words),)),))


def _each_its_own(query: Query, question: Question, world: World) -> Query:
    """The claim that each of some publishes a report of their own: of any report, once for each."""
    plain = all(one.relation == RELATION and not one.denied for one in query.claims)
    lent = all(_is_lent(one, question, world) for one in query.claims)
    about = any(score >= SURE_TOPIC for score in question.scores.values())
    several = any(not isinstance(one.subject, str) for one in query.claims)
    if not plain or not lent or about or several or question.ids(SORT):
        return query
    subjects = dict.fromkeys(one.subject for one in query.claims)
    values = (_any_report(question.words),)
    return replace(query, claims=tuple(Claim(RELATION, one, values) for one in subjects))


def _any_report(words: str) -> Select:
    """Reports of any kind, or those that appear each year where these words say so."""
    yearly = says(closed("rhythms.each_year") | closed("rhythms.yearly"), words)
    return Select(SORT, (ANNUAL,) if yearly else ())


def _is_lent(claim: Claim, question: Question, world: World) -> bool:
    """Whether all that is claimed to be published are reports that the message does not name, but
    for what "un rapport annuel" is heard as."""
    named = {
        ident for one in question.mentions for ident in one.ids if not _any_such(one, question)
    }
    return all(
        isinstance(one, str) and one in world.index and world.kind(one) == SORT and one not in named
        for one in claim.values
    )


def _any_such(one: Mention, question: Question) -> bool:
    """Whether a name is no more than "rapport annuel sur la traite" after "un"."""
    after_one = fold(question.text[: one.start]).split()[-1:] == ["un"]
    plain = {*closed("any_such_says"), *grouped("sorts")[SORT]}
    return after_one and plain.issuperset(fold(question.text[one.start : one.end]).split())


def _has_others(claim: Claim, world: World) -> bool:
    """Whether who is claimed to publish publishes other reports, and none of these."""
    own = world.right(RELATION, str(claim.subject))
    return bool(own) and not set(own).intersection(map(str, claim.values))


def _of_any_at_all(words: str) -> bool:
    """Whether nothing is said of "un rapport" but that it is a yearly one, on the subject as a
    whole: no month, no matter, and not "c'est un rapport"."""
    said, place = words.split(), _place_of_any(words)
    known = closed("any_such_says") | closed("tags")
    return "est" not in said[max(place - 2, 0) : place] and known.issuperset(said[place + 1 :])


def _speaks_of_any(words: str) -> bool:
    return _place_of_any(words) > 0


def _place_of_any(words: str) -> int:
    """The place of "rapport" in "un rapport", among these words; 0 where they have none."""
    said, nouns = words.split(), frozenset(grouped("sorts")[SORT])
    pairs = enumerate(zip(said, said[1:]), 1)
    return next((n for n, (a, b) in pairs if a in closed("any_such") and b in nouns), 0)
