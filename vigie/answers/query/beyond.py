"""What a thing stands in a relation with beside what is claimed: "le DHS ne fait qu'enquêter ?"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from vigie.answers.query.relations import TOPICAL
from vigie.answers.query.world import World

TASKS = ("publishes", "advises")
"""What somebody does beside what has topics."""


def beyond(relation: str, subject: str, values: Collection[str], world: World) -> tuple[str, ...]:
    """What stands on the right of `subject` and is none of the values, nor a topic within one of
    them or around it. Of what somebody does, a topic of each duty left, and what it publishes."""
    if relation not in TOPICAL:
        return tuple(one for one in world.right(relation, subject) if one not in values)
    topics = [one for one in values if world.index.is_topic(one)]
    within = set(world.index.expand(topics))
    if relation == "does":
        return tuple(dict.fromkeys(_tasks(subject, within, world)))
    rest = (one for one in world.right(relation, subject) if one not in within)
    return tuple(one for one in rest if not set(topics) & set(world.index.expand([one])))


def _tasks(subject: str, within: Collection[str], world: World) -> Iterator[str]:
    if subject not in world.index:
        return
    entity = world.index.entity(subject)
    for duty in getattr(entity, "duties", ()):
        if not set(within) & set(duty.topics):
            yield duty.topics[0]
    for task in TASKS:
        yield from world.right(task, subject)
