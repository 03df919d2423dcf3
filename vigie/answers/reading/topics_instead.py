"""The topics of a message that may stand in the place of those of the last query."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.query.model import Query, arguments
from vigie.answers.query.world import World
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence

NESTED = 0.1
"""Score from which a topic may be meant that is nested in the one just spoken of."""
SURE = 0.9
"""What it then counts for at least, and what a name stands for."""
Topics = list[tuple[str, float]]
"""Topics with their score."""


def topics_instead(previous: Query, evidence: Evidence, world: World) -> Iterator[Topics]:
    """The likeliest; in a list that of a programme or a committee that is named, after "qui
    s'occupe du séjour ?" ("non, des lettres de certification"): of claims it is a thing; or one
    that is nested in those of the query: "qui enquête ?", "et à l'étranger ?"."""
    yield [pair for pair in evidence.topics[:1] if pair[1] >= SURE_TOPIC]
    for topic, place in evidence.implied.items():
        if previous.select is not None and not evidence.things[place].aside:
            yield [(topic, SURE)]
    before = set(arguments(previous))
    for topic, score in evidence.topics:
        if score >= NESTED and before.intersection(world.index.topic(topic).within):
            yield [(topic, max(score, SURE))]
