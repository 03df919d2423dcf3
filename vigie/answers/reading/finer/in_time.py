"""Things that are to be put in the order of time: « place la PITF, le SPOG et le Conseil dans
l’ordre » compares them in nothing else."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.small_words import says, small_words
from vigie.answers.reading.table import table

ACTS = ("compare", "describe")
EXTREMES = ("max", "min")
DATED = ("body", "law", "report")
EVENT = "event"


def in_time(query: Query, question: Question, world: World) -> Query:
    """`query`, as what asks for the dates of all that it is about, where that is what is asked."""
    words = question.words
    if not _orders(words) or says((*small_words().in_common, *small_words().apart), words):
        return query
    named = question.ids(*DATED) if query.act in EXTREMES and query.want == "year" else ()
    some = query.subjects if query.act in ACTS and not query.about else named
    dated = all(isinstance(one, str) and _is_dated(one, world) for one in some)
    return Query("get", "date", subjects=some) if len(some) > 1 and dated else query


def _orders(words: str) -> bool:
    """Whether words put things in the order of time: "dans l'ordre" does where nothing follows that
    says another, and something is to be put."""
    if says(table().in_time, words):
        return True
    before, found, after = f" {words} ".partition(f" {table().in_order} ")
    puts = not table().puts.isdisjoint(words.split())
    return bool(found) and puts and not after.strip() and before.strip() != ""


def _is_dated(one: str, world: World) -> bool:
    return one in world.index and world.kind(one) in DATED
