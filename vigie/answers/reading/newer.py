"""Topics that the heavier reader never learned: it takes a broader one for them, or a narrower."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from vigie.answers.query.form import fill
from vigie.answers.query.model import Query, arguments
from vigie.answers.query.world import World
from vigie.answers.reading.beside import each_once, heavier
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.rank import Reading

MEANT = 0.5
"""Score from which a topic is likely meant."""
T = TypeVar("T")


def newer(readings: Sequence[Reading], evidence: Evidence, world: World) -> list[Reading]:
    """The readings, each on the topic that the message likely means where the heavier reader never
    learned it, and took for it a broader one ("qui forme ses propres agents ?", to it all who
    train), or a narrower one that is less likely ("qui finance la lutte ?")."""
    writer, scores = heavier(), dict(evidence.topics)
    news = [topic for topic in scores if writer is not None and not writer.knows(topic)]
    if not news:
        return list(readings)
    return each_once([_on(one, news, scores, world) for one in readings], world)


def _on(one: Reading, news: Sequence[str], scores: Mapping[str, float], world: World) -> Reading:
    """A reading on the first of some newer topics in the place of one of its own."""
    said = {topic for topic in arguments(one.query) if world.index.is_topic(topic)}
    for topic in news:
        broader = said.intersection(world.index.topic(topic).within)
        gone = broader if scores[topic] >= MEANT and topic not in said else set()
        narrower = (own for own in said if topic in world.index.topic(own).within)
        gone = gone | {own for own in narrower if scores.get(own, 0.0) < scores[topic]}
        if gone:
            return replace(one, query=_with_topic(one.query, gone, topic))
    return one


def _with_topic(query: Query, gone: Collection[str], topic: str) -> Query:
    """A query with one topic in the place of some, and of itself beside them."""
    moved = fill(query, lambda slot: topic if slot.held in gone else slot.held, every=True)
    if moved is None:
        return query
    select = moved.select
    if select is not None:
        conditions = (replace(one, values=_once(one.values)) for one in select.conditions)
        select = replace(select, conditions=_once(tuple(conditions)))
    return replace(moved, about=_once(moved.about), select=select)


def _once(some: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(some))
