"""What a thing stands in a relation with beside what is claimed: "le DHS ne fait qu'enquêter ?"."""

from __future__ import annotations

from collections.abc import Collection

from vigie.answers.query.world import World


def beyond(relation: str, subject: str, values: Collection[str], world: World) -> tuple[str, ...]:
    """What stands on the right of `subject` and is none of the values; of what it does, the first
    topic of each duty that has none of them, nor one within them."""
    if relation != "does":
        return tuple(one for one in world.right(relation, subject) if one not in values)
    within = set(world.index.expand(one for one in values if world.index.is_topic(one)))
    duties = getattr(world.index.entity(subject), "duties", ()) if subject in world.index else ()
    left = (duty.topics[0] for duty in duties if within.isdisjoint(duty.topics))
    return tuple(dict.fromkeys(left))
