"""Things that are to be put in the order of time: « place la PITF, le SPOG et le Conseil dans
l’ordre » compares them in nothing else."""

from __future__ import annotations

from vigie.answers.query.model import EXTREMES, Query
from vigie.answers.query.relations import DATED
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says

OF_THINGS = ("compare", "describe", "gap")
"""Acts of queries about several things of which an order may be wanted."""
OF_NO_FACT = ("none", "told", "vague", "meta")
"""Acts of queries that ask nothing of what is to be put in order: a verb must say that it is."""
OF_DATES = ("date", "origin")


def in_time(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, as what asks for the dates of all that is named, or else of all that it is about or
    that was told, where the message only puts them in the order of time."""
    words = question.words
    if query.about or not _orders(words, question):
        return query
    if says((*closed("in_common"), *closed("apart")), words):
        return query
    some: tuple[object, ...] = question.ids(*DATED)
    if query.act in OF_NO_FACT and len(some) < 2 and _puts(words) and not question.mentions:
        some = focus.shown
    elif query.act in OF_THINGS and len(some) < 2:
        some = query.subjects
    elif query.act == "verify":  # of an order that is told no verb asks to put it so
        some = some if _puts(words) else ()
    elif query.act not in (*OF_THINGS, *EXTREMES, *OF_NO_FACT) and query.want not in OF_DATES:
        return query
    dated = tuple(one for one in some if isinstance(one, str) and _is_dated(one, world))
    return Query("get", "date", subjects=dated) if len(dated) == len(some) > 1 else query


def _orders(words: str, question: Question) -> bool:
    """Whether words put things in the order of time: "dans l'ordre" does where nothing follows that
    says another, and something is to be put; of what has dates and nothing else, "classe" does
    where it says no other order."""
    if says(closed("in_time"), words):
        return True
    (in_order,) = closed("in_order")
    before, found, after = f" {words} ".partition(f" {in_order} ")
    if found:
        return _puts(words) and not after.strip() and before.strip() != ""
    said = words.split()
    arranges = _arranges(said) and closed("arranged_by").isdisjoint(said)
    return arranges and len(question.ids(*DATED)) == len(question.mentions) > 1


def _puts(words: str) -> bool:
    said = words.split()
    return not closed("puts").isdisjoint(said) or _arranges(said)


def _arranges(said: list[str]) -> bool:
    """Whether a verb puts things in order: "ma classe" is none."""
    return any(
        word in closed("arranges") and before not in closed("arranges_not_after")
        for before, word in zip(["", *said], said)
    )


def _is_dated(one: str, world: World) -> bool:
    return one in world.index and world.kind(one) in DATED
