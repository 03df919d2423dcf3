"""The corpus as the cutting learns it: whole messages, through Rasa's training data, to heads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vigie.nlu.clauses.cutting import Cutting
from vigie.nlu.clauses.joined import joined
from vigie.nlu.clauses.outline import Outline, outline
from vigie.nlu.clauses.structure import Grammar
from vigie.nlu.clauses.teaching import Taught, learned, suspicion
from vigie.nlu.corpus import Corpus, Message, Segment
from vigie.nlu.names import NameMatcher
from vigie.nlu.text import Token, clean, tokens

TABLE = "clauses"
"""Name of the lookup table that carries the messages."""


@dataclass(frozen=True)
class Row:
    """A message: its stretches, whether each only tells, whether an author wrote it whole, and the
    characters before each claim but the first of a stretch."""

    texts: tuple[str, ...]
    told: tuple[bool, ...]
    whole: bool
    joints: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """As it was typed."""
        return " ".join(self.texts)


def rows(corpus: Corpus) -> Iterator[Row]:
    """Every message of the corpus, then those that are joined of two."""
    yield from (_row(one, True) for one in corpus.messages)
    yield from (_row(one, False) for one in joined(corpus))


def _row(one: Message, whole: bool) -> Row:
    told = tuple(segment.query.act == "told" for segment in one.segments)
    texts = tuple(segment.text for segment in one.segments)
    return Row(texts, told, whole, tuple(_joints(one.segments)))


def _joints(segments: Iterable[Segment]) -> Iterator[int]:
    begin = 0
    for one in segments:
        place = begin
        for claim in one.claims[:-1]:
            place += len(claim) + 1
            yield place
        begin += len(one.text) + 1


def table(corpus: Corpus) -> dict[str, Any]:
    """The messages as a lookup table of Rasa: being training data, they belong to its
    fingerprints."""
    lines = [
        json.dumps([row.texts, row.told, row.whole, row.joints], ensure_ascii=False)
        for row in rows(corpus)
    ]
    return {"name": TABLE, "elements": lines}


def taken(tables: Iterable[Mapping[str, Any]]) -> list[Row]:
    """The messages that `table` put into training data."""
    lines = [json.loads(line) for t in tables if t["name"] == TABLE for line in t["elements"]]
    return [Row(tuple(texts), tuple(told), whole, tuple(at)) for texts, told, whole, at in lines]


def teach(given: Iterable[Row], names: NameMatcher, grammar: Grammar) -> Cutting:
    """The heads. spaCy reads only the messages in which words alone suspect a cut."""
    read = [(row, *_read(row, names)) for row in given]
    taught = [_taught(row, found, message) for row, found, message in read if message.words]
    first, suspects = suspicion(taught)
    doubtful = [
        place
        for place, (one, some) in enumerate(zip(taught, suspects))
        if len(one.stretches) > 1 or one.joints or some
    ]
    kept = [pair for pair in read if pair[2].words]
    texts = [(clean(kept[place][0].text), kept[place][1]) for place in doubtful]
    for place, structure in zip(doubtful, grammar.read_all(texts)):
        taught[place] = replace(taught[place], structure=structure)
    return learned(taught, first, suspects)


def _read(row: Row, names: NameMatcher) -> tuple[list[Token], Outline]:
    text = clean(row.text)
    found = tokens(text)
    return found, outline(text, found, names.find(found))


def _taught(row: Row, found: Sequence[Token], message: Outline) -> Taught:
    """`row` with its cuts as places of tokens; a stretch without a word is none."""
    begin, starts = 0, []
    for text in row.texts:
        starts.append(begin)
        begin += len(text) + 1
    firsts = [sum(token.start < start for token in found) for start in starts]
    cut = [
        ((first, last), told)
        for first, last, told in zip(firsts, [*firsts[1:], len(found)], row.told)
        if first < last
    ]
    joints = frozenset(sum(token.start < joint for token in found) for joint in row.joints)
    stretches = tuple(pair for pair, _ in cut)
    return Taught(message, None, stretches, tuple(told for _, told in cut), row.whole, joints)
