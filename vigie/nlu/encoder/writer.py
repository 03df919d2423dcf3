"""The encoder as it writes the queries that a message may mean in its conversation, whole and word
by word: what the answers ask where they are unsure which one is meant
(vigie/answers/reading/beside.py).

It knows no forms: it may say a query of a form that nobody wrote; and it hears what was asked and
shown before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Optional

import numpy as np

from vigie.answers.query.model import UNKNOWN as OUTSIDE
from vigie.answers.query.tokens import joined, tokens
from vigie.answers.reading.said import Said, Stretch, Told
from vigie.nlu.encoder import beyond
from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.beam import spoken
from vigie.nlu.encoder.decoder import BEGIN, END, LONGEST, UNKNOWN, Decoder, Heard
from vigie.nlu.encoder.files import FOLDER, WRITER
from vigie.nlu.encoder.forward import Encoder
from vigie.nlu.encoder.reader import Reader, opened
from vigie.nlu.encoder.remembered import Remembered
from vigie.nlu.encoder.text import as_read
from vigie.nlu.encoder.tokens import Tokenizer

MOST, BEFORE = 64, 80
"""Pieces that are read of the message, its first ones; and of what was said before, the last."""
REMEMBERED = 64
"""Messages of which the queries are kept: a turn asks several times."""
Lines = Mapping[str, float]
"""Lines of queries, each with the logarithm of its probability."""
Names = Mapping[str, Sequence[int]]
"""What a query may say of what was named, and the pieces where it stands."""


class Pieces(NamedTuple):
    """What was said as the encoder reads it."""

    ids: list[int]
    first: int
    """The piece with which the message begins: the mark of its beginning, or the one that parts it
    from what was said before."""
    names: Names


class Writer:
    """Writes the queries of one message; some ten milliseconds."""

    def __init__(
        self,
        tokenizer: Tokenizer,
        encoder: Encoder,
        words: Sequence[str],
        decoder: Decoder,
        more: Optional[beyond.Head] = None,
    ) -> None:
        self._tokenizer = tokenizer
        self._encoder = encoder
        self._words = words
        self._places = {word: place for place, word in enumerate(words)}
        self._decoder = decoder
        self._beyond = more
        self._known: Remembered[Lines] = Remembered(REMEMBERED)
        self._more: Remembered[Sequence[Told]] = Remembered(REMEMBERED)

    def likely(self, said: Said, lines: Sequence[str]) -> Lines:
        """How likely this message means each of these queries, and those that it likeliest means
        besides: some of them may be none."""
        if any(one.as_typed for one in said.message):  # their lines hold what was typed
            return self._read(said, lines)
        return self._known.of(repr((said, lines)), lambda: self._read(said, lines))

    def knows(self, word: str) -> bool:
        """Whether a word of queries is in its vocabulary."""
        return word in self._places

    def beyond(self, said: Said) -> Sequence[Told]:
        """The words of a message, and how likely each says more than the document; none where that
        was not learned, and not those after the first 64 pieces."""
        read = pieces(self._tokenizer, said)
        return self._told_more(said, read, lambda: self._encoder.states(read.ids))

    def _told_more(self, said: Said, read: Pieces, states: Callable[[], Floats]) -> Sequence[Told]:
        """The same, remembered. Of the vectors, from which a message could be read again, nothing
        is."""
        head = self._beyond
        if head is None:
            return ()

        def told() -> Sequence[Told]:
            words = beyond.words(self._tokenizer, said.message, MOST)
            odds = head.logits(beyond.seen(states(), read.first, words)) if words else ()
            return [Told(word.start, word.end, float(one)) for word, one in zip(words, odds)]

        return self._more.of(repr((said.message, read.ids)), told)

    def _read(self, said: Said, lines: Sequence[str]) -> Lines:
        read = pieces(self._tokenizer, said)
        states = self._encoder.states(read.ids)
        self._told_more(said, read, lambda: states)  # what is claimed is asked about next
        heard = self._decoder.heard(states, read.first, list(read.names.values()))
        known = [*self._words, *read.names]
        found: dict[str, float] = {}
        for one in spoken(self._decoder, heard):
            # A body may be pointed at, or said by its own word: one line in two ways.
            line = joined(known[word] for word in one.words)
            found[line] = float(np.logaddexp(found.get(line, -np.inf), one.likely))
        left = [line for line in lines if line not in found]
        return {**found, **dict(zip(left, self._told(heard, left, read.names)))}

    def _told(self, heard: Heard, lines: Sequence[str], names: Names) -> list[float]:
        """How likely each of these is said."""
        if not lines:
            return []
        rows = [numbers(target(line, names), self._places) for line in lines]
        table = np.full((len(rows), max(map(len, rows))), END, np.int64)
        for row, words in zip(table, rows):
            row[: len(words)] = words
        after, _ = self._decoder.next(heard, table[:, :-1])
        each = np.take_along_axis(after, table[:, 1:, None], axis=2)[..., 0]
        return [float(row[: len(words) - 1].sum()) for row, words in zip(each, rows)]


def target(line: str, names: Iterable[str]) -> list[str | int]:
    """The tokens of a line, and in the place of one that was named its number among `names`."""
    places = {name: place for place, name in enumerate(names)}
    outside = {name.lower(): place for name, place in places.items() if name.startswith(OUTSIDE)}
    found: list[str | int] = []
    for token in tokens(line):
        if token in places:
            found.append(places[token])
        elif not token.startswith(OUTSIDE):
            found.append(token)
        elif token.lower() in outside:
            found.append(outside[token.lower()])
        elif len(outside) == 1:  # "@Interpol", called otherwise in the message
            found.append(next(iter(outside.values())))
        else:
            found.append(OUTSIDE)
    return found


def numbers(told: Iterable[str | int], words: Mapping[str, int]) -> list[int]:
    """What `target` found as the decoder counts, between the marks of beginning and end."""
    inside = [len(words) + one if isinstance(one, int) else words.get(one, UNKNOWN) for one in told]
    return [BEGIN, *inside, END][:LONGEST]


def pieces(tokenizer: Tokenizer, said: Said) -> Pieces:
    """What was said as the encoder reads it: names by a word for their kind, small letters."""
    ids, names = _cut(tokenizer, said.message)
    if len(ids) > MOST:
        ids = [*ids[: MOST - 1], ids[-1]]
        names = [(name, place) for name, place in names if place < MOST - 1]
    if not said.before:
        return Pieces(ids, 0, _together(names))
    before, earlier = _cut(tokenizer, said.before)
    gone = max(0, len(before) - BEFORE)
    before = [before[0], *before[1 + gone :]]
    first = len(before)
    both = [(name, place + first) for name, place in names]
    both += [(name, place - gone) for name, place in earlier if place > gone]
    # As a pair of texts is read by encoders of this family: an end mark more between the two.
    return Pieces([*before, before[-1], *ids[1:]], first, _together(both))


def _cut(tokenizer: Tokenizer, some: Sequence[Stretch]) -> tuple[list[int], list[tuple[str, int]]]:
    """The pieces of some stretches, and each name with the piece in which it begins."""
    texts = [as_read(one) for one in some]
    ids, firsts = tokenizer.aligned(texts)
    named = [(name, place) for one, place in zip(some, firsts) for name in one.ids]
    return ids, named


def _together(named: Iterable[tuple[str, int]]) -> Names:
    found: dict[str, list[int]] = {}
    for name, place in named:
        found.setdefault(name, []).append(place)
    return found


def load(beside: Optional[Reader] = None, folder: Path = FOLDER) -> Writer:
    """With what was learned of writing queries, and the tokenizer of the reader `beside`.

    Raises:
        BaseMissing: as `vigie.nlu.encoder.reader.opened`; or what tells what goes beyond the
            document was learned on other vectors.
    """
    found = opened(folder, WRITER, beside)
    words = tuple(found.recipe["words"])
    return Writer(found.tokenizer, found.encoder, words, Decoder(found.head), beyond.load(folder))
