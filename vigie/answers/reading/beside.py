"""What a heavier reader adds: it writes queries whole, knows what was asked and shown before, and
tells how likely each reading is what is meant.

Nobody here knows the reader: whoever serves hands it over (`use`). Without one, readings are
weighed by their marks and by habits alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Optional, Protocol

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import FACTS, Query, arguments
from vigie.answers.query.normal import as_heard, normal, unordered
from vigie.answers.query.plain import plainly
from vigie.answers.query.world import World
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading.evidence import Evidence
from vigie.answers.reading.habits import NEAREST
from vigie.answers.reading.overreach import CLAIMS, settled
from vigie.answers.reading.rank import Reading, rank
from vigie.answers.reading.rejected import repairs
from vigie.answers.reading.said import Said, Told, named, said
from vigie.answers.reading.sure import confidence
from vigie.answers.reading.weights import COUNTS, NEW
from vigie.answers.reading.written import as_proposal, query_of, with_its_number

UNSURE = 0.9
"""Confidence in the best reading under which the heavier reader is asked: of 4,295 turns of
strangers it reads 35 %, and 92.9 % are then right; at 0.8 22 %, and 92.5; of all, 93.0."""
UNSURE_OTHER = 0.5
"""The same where it asks for no fact: from there on as many are right without the reader."""
SCORED = 4
"""Readings that it is asked about, the best first: it finds the others itself, or they are none."""
BEHIND = 1.0
"""How much less likely than all that it was asked about and found one is of which it was not."""


class Writer(Protocol):
    """A heavier reader."""

    def likely(self, said: Said, lines: Sequence[str]) -> Mapping[str, float]:
        """The logarithm of the probability that each of these queries is meant, and the same of
        those that it finds itself; some of these may be no queries."""

    def knows(self, word: str) -> bool:
        """Whether it learned a word of queries: a topic may be newer than what it learned."""

    def beyond(self, said: Said) -> Sequence[Told]:
        """The words of the message, and how likely each says more than the document."""


class _Held:
    """The reader in use."""

    writer: Optional[Writer] = None


def use(writer: Optional[Writer]) -> Optional[Writer]:
    """Have `writer` read too; None for habits alone. What was in use before."""
    before, _Held.writer = _Held.writer, writer
    return before


def heavier() -> Optional[Writer]:
    """The reader in use."""
    return _Held.writer


def unsure(readings: Sequence[Reading], question: Question, focus: Focus) -> bool:
    """Whether the heavier reader is to be asked: of whatever is claimed too, for what goes a word
    beyond a fact looks like the fact ("le DHS contraint les victimes à témoigner ?"); and of who
    says again what was misread, for whom what was spoken of is a trap."""
    if readings and readings[0].query.act == CLAIMS:
        return True
    if focus.queries and repairs(question):
        return True
    fact = not readings or readings[0].query.act in FACTS
    return confidence(readings) < (UNSURE if fact else UNSURE_OTHER)


def read_again(
    readings: Sequence[Reading],
    question: Question,
    evidence: Evidence,
    focus: Focus,
    world: World,
    weigh: Callable[[Sequence[Reading]], list[Reading]],
) -> list[Reading]:
    """The readings, and those that the heavier reader finds and habits `weigh` too, with what it
    adds to their scores, the best first; as they are where there is none."""
    if _Held.writer is None:
        return list(readings)
    if _is_news(readings, world, _Held.writer):
        return each_once(readings, world)
    told = said(question, focus, world)
    names, known = named(told), dict[str, Reading]()
    for one in readings[:NEAREST]:
        known.setdefault(write(as_heard(normal(one.query), names)), one)
    likely = _Held.writer.likely(told, tuple(known)[:SCORED])
    read = {line: query for line in likely if (query := query_of(line, world))}
    found = {line: with_its_number(query, evidence, focus) for line, query in read.items()}
    heard = _heard(likely, {**found, **{line: one.query for line, one in known.items()}}, world)
    unread = (query for line, query in found.items() if line not in known)
    each = (as_proposal(one, question, evidence, focus, world) for one in unread)
    new = weigh(rank([one for one in each if one], evidence, world))
    rest = min(likely.values(), default=0.0) - BEHIND
    each_told = [
        _told(one, heard.get(_asked(one.query, world), rest), 0.0) for one in known.values()
    ]
    each_told += [_told(one, heard.get(_asked(one.query, world), rest), NEW) for one in new]
    return settled(each_once(each_told, world))


def each_once(readings: Sequence[Reading], world: World) -> list[Reading]:
    """The readings, the best first, of those that ask the same the best alone."""
    best: dict[Hashable, Reading] = {}
    for one in sorted(readings, key=lambda reading: -reading.score):
        best.setdefault(_asked(one.query, world), one)
    return list(best.values())


def _is_news(readings: Sequence[Reading], world: World, writer: Writer) -> bool:
    """Whether the best reading is about a topic, a sort of things or a relation that the heavier
    reader never learned: that it would say something else is no sign against it."""
    best = readings[0].query if readings else Query("")
    words = [one for one in arguments(best) if world.index.is_topic(one)]
    words += [best.select.sort] if best.select else []
    words += [best.want] if best.act == "meta" else [one.relation for one in best.claims]
    return not all(map(writer.knows, words))


def _heard(
    likely: Mapping[str, float], queries: Mapping[str, Query], world: World
) -> dict[Hashable, float]:
    """How likely what each line asks is meant: that of all the lines that ask the same."""
    found: dict[Hashable, float] = {}
    for line, one in likely.items():
        if line in queries:
            asked = _asked(queries[line], world)
            found[asked] = _either(found[asked], one) if asked in found else one
    return found


def _either(one: float, other: float) -> float:
    """The logarithm of the sum of two probabilities of which the logarithms are given."""
    return max(one, other) + math.log1p(math.exp(-abs(one - other)))


def _asked(query: Query, world: World) -> Hashable:
    """What is the same of two queries that ask the same: of lists, or of counts, the things of
    which they are; else the query, in whatever order it names its things."""
    query = plainly(normal(query), world)
    found = find(query.select, world) if query.select and not query.want else ()
    return (query.act, query.select.sort, found) if query.select and found else unordered(query)


def _told(one: Reading, likely: float, more: float) -> Reading:
    return replace(one, score=one.score + COUNTS * likely + more, told=likely)
