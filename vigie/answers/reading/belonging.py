"""What belongs to a thing: its report, the law that made it, who runs it."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.query.world import World

BELONGING = (
    # Relations, and whether they are read from their right side.
    ("publishes", False),
    ("publishes", True),
    ("runs", False),
    ("runs", True),
    ("creates", True),
    ("chairs", False),
    ("chairs", True),
    ("of", False),
    ("about", True),
)


def belonging(one: str, world: World) -> Iterator[str]:
    """What is "its report", "that law", "this permission" after an answer about `one`, being the
    only thing of its sort that a relation joins with it."""
    for relation, inverse in BELONGING:
        joined = world.left(relation, one) if inverse else world.right(relation, one)
        for sort in ("agency", "body", "report", "programme", "law"):
            some = [other for other in joined if other in world.index and world.kind(other) == sort]
            if len(some) == 1:
                yield some[0]
