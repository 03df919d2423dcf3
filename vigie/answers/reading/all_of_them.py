"""What is asked of a whole list: "ils portent sur quoi ?" of the committees that were just listed,
"leurs membres ?" of the two bodies that were just compared.

A pronoun of several stands for all of them, whatever their number; of a few one may also be meant
(`context.referents`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Optional

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Argument, Query, Select
from vigie.answers.query.normal import listed
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.context import stack
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.propose import proposals
from vigie.answers.reading.table import table

MOST, MOST_DESCRIBED = 8, 4
"""Things of which all may be asked about at once, and which may be described with all that they
do: more would not be read."""
ACTS = ("describe", "get", "select", "count")


def of_all_of_them(
    question: Question, evidence: Evidence, focus: Focus, world: World
) -> Iterator[Proposal]:
    """What a message with a pronoun of several may ask of the last list, or of the several things
    that the last answer was about; nothing where it names something itself, or where there are no
    such things."""
    named = any(thing.score == 1 and not thing.via for thing in evidence.things)
    picks = bool(evidence.places or evidence.step)  # "le premier forme tous ses agents"
    if named or picks or not _says_several(question.words):
        return
    for them, found in _groups(focus, world):
        one = (found[0], world.kind(found[0]))
        for made in proposals(question.forms, evidence, (one,)):
            query = asked_of(them, found[0], made.query)
            long = made.query.act == "describe" and one[1] in ("agency", "body")
            if query and made.lent == 1 and (not long or len(found) <= MOST_DESCRIBED):
                yield replace(made, query=query)


def _says_several(words: str) -> bool:
    """Whether a message has a pronoun of several: "tous les deux", but not "tous les ans", "tous
    les deux ans" or "tous ses agents"."""
    each = [*words.split(), "", "", ""]
    return any(
        word in table().several and not _goes_with_a_noun(after)
        for word, *after in zip(each, each[1:], each[2:], each[3:])
    )


def _goes_with_a_noun(after: Sequence[str]) -> bool:
    """Whether the three words after "tous" make it one of a noun."""
    article, number, noun = after
    if article not in closed("before_nouns"):
        return False
    return number not in table().numbers or noun in closed("times")


def _groups(focus: Focus, world: World) -> Iterator[tuple[tuple[Argument, ...], tuple[str, ...]]]:
    """The things that may be meant together, as a query says them, and one by one: those of the
    last list; else those that were told of last, and those that were asked about."""
    select = last_list(focus)
    some = [find(select, world)] if select else [focus.shown, *map(_asked_about, stack(focus)[:1])]
    for found in dict.fromkeys(some):
        if 1 < len(found) <= MOST and all(one in world.index for one in found):
            yield (select,) if select else found, found


def _asked_about(query: Query) -> tuple[str, ...]:
    return tuple(one for one in query.subjects if isinstance(one, str))


def last_list(focus: Focus) -> Optional[Select]:
    """The list that was asked for last, if a list was."""
    last = stack(focus)[:1]
    return listed(last[0]) if last and last[0].act in ("select", "count") else None


def asked_of(them: tuple[Argument, ...], one: str, query: Query) -> Optional[Query]:
    """A query about one of some things as one about all; None where it is about another."""
    if query.act == "verify":
        return _claimed_of(them, one, query)
    if query.act not in ACTS:
        return None
    if query.subjects == (one,):
        return replace(query, subjects=them)
    asked = query.select
    if asked is None:
        return None
    conditions = tuple(
        replace(each, values=_with(them, one, each.values)) for each in asked.conditions
    )
    if conditions == asked.conditions:
        return None
    return replace(query, select=replace(asked, conditions=conditions))


def _claimed_of(them: tuple[Argument, ...], one: str, query: Query) -> Optional[Query]:
    """A claim of one of some named things as the same of each."""
    if len(query.claims) != 1 or query.claims[0].subject != one or len(them) == 1:
        return None
    return replace(query, claims=tuple(replace(query.claims[0], subject=each) for each in them))


def _with(them: tuple[Argument, ...], one: str, values: Sequence[Argument]) -> tuple[Argument, ...]:
    return tuple(each for value in values for each in (them if value == one else (value,)))
