"""Things that are to be put in the order of time: « place la PITF, le SPOG et le Conseil dans
l’ordre » compares them in nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from vigie.answers.query.model import Query
from vigie.answers.query.relations import DATED
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.small_words import says, small_words
from vigie.answers.reading.table import table

LISTS = ("select", "count", "verify")
"""Acts of queries that are put in order themselves, or of which an order is claimed."""
EXTREMES = ("max", "min")
"""Acts of queries that are about no list but their own."""


def in_time(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, as what asks for the dates of all that is named, or else of all that it is about or
    was spoken of, where the message only puts them in the order of time."""
    words = question.words
    if query.act in LISTS or query.about or not _orders(words, question):
        return query
    if says((*small_words().in_common, *small_words().apart), words):
        return query
    shown = focus.shown if query.act not in EXTREMES else ()
    for some in (question.ids(*DATED), query.subjects, shown):
        if len(some) > 1 and all(isinstance(one, str) for one in some):
            dated = tuple(_dated(map(str, some), world))
            return Query("get", "date", subjects=dated) if len(dated) == len(some) else query
    return query


def _orders(words: str, question: Question) -> bool:
    """Whether words put things in the order of time: "dans l'ordre" does where nothing follows that
    says another, and something is to be put; of what has dates and nothing else, "classe" does."""
    if says(table().in_time, words):
        return True
    puts = not table().puts.isdisjoint(words.split())
    before, found, after = f" {words} ".partition(f" {table().in_order} ")
    if found:
        return puts and not after.strip() and before.strip() != ""
    arranges = not table().arranges.isdisjoint(words.split())
    return arranges and len(question.ids(*DATED)) == len(question.mentions) > 1


def _dated(some: Iterable[str], world: World) -> Iterable[str]:
    return (one for one in some if one in world.index and world.kind(one) in DATED)
