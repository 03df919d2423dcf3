"""What somebody does beside what was just told: after the Blue Campaign, « le DHS fait quoi
d'autre ? »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vigie.answers.query.evaluate import verify
from vigie.answers.query.model import Query
from vigie.answers.query.relations import TOPICAL
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import stack
from vigie.answers.reading.small_words import says, small_words


def besides(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """`query`, of all that somebody does, without what the last answer told of them, where the
    message asks for what else they do."""
    if query.act != "describe" or query.about or query.beside or len(query.subjects) != 1:
        return query
    (one,) = query.subjects
    if not says(small_words().something_else, question.words) or _of_all(question.words):
        return query
    last = next(iter(stack(focus)), None)
    if last is None or not isinstance(one, str):
        return query
    told = dict.fromkeys(t for t in _told(last, one, world) if world.index.is_topic(t))
    return replace(query, beside=tuple(told)) if told else query


def _of_all(words: str) -> bool:
    """Whether all that somebody does is asked: "que fait-il d'autre, en tout ?"."""
    return not small_words().in_all.isdisjoint(words.split())


def _told(last: Query, one: str, world: World) -> Iterator[str]:
    """The topics on which the last answer told what this one does; a list of several tells of each
    but a part, and who asks for more of one mostly means all."""
    if last.act == "describe" and last.subjects == (one,):
        yield from (topic for topic in last.about if isinstance(topic, str))
    for other in last.subjects if last.act in ("describe", "get") else ():
        if isinstance(other, str) and other in world.right("runs", one):
            yield from world.right("about", other)
    for claim in last.claims:
        if (
            claim.relation in TOPICAL
            and claim.subject == one
            and verify(claim, world).truth == "yes"
        ):
            yield from map(str, claim.values)
