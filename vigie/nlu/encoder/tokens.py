"""Cuts a text into the pieces of the encoder's vocabulary: the likeliest cut (unigram model)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from vigie.nlu.encoder.base import Pieces

SPACE = "\N{LOWER ONE EIGHTH BLOCK}"
"""Stands for the space before a word."""
_SPACES = re.compile(" {2,}")
PENALTY = 10.0
"""How much less likely than the rarest piece an unknown character is."""
LETTERS = 8
"""Of a piece, more than on average: what is before so many need not be cut."""
MULTIPLIER = 0x9E3779B97F4A7C15
"""Of the hash of a piece: a polynomial of its characters."""
Hashes = npt.NDArray[np.uint64]


class Tokenizer:
    """The vocabulary as sorted hashes: three megabytes, and every stretch of a text is looked up
    at once."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        points = _points(pieces.text.decode("utf-8"))
        heads = (np.frombuffer(pieces.text, np.uint8) & 0xC0) != 0x80
        before = np.concatenate(([0], np.cumsum(heads, dtype=np.int64)))
        edges = before[pieces.offsets]
        sizes = np.diff(edges)
        self._longest = int(sizes.max())
        hashes = np.zeros(len(sizes), np.uint64)
        for place in range(self._longest):
            there = sizes > place
            letters = points[edges[:-1][there] + place]
            hashes[there] = hashes[there] * np.uint64(MULTIPLIER) + letters
        hashes[sizes == 0] = 0
        self._sizes = np.minimum(sizes, 255).astype(np.uint8)
        self._order = np.argsort(hashes).astype(np.int32)
        self._hashes = hashes[self._order]
        self._unknown_score = float(pieces.scores.min()) - PENALTY

    def ids(self, text: str, most: int) -> list[int]:
        """The pieces of `text` between the marks of its beginning and end, at most `most`: of a
        long one the last ones, as what is asked mostly comes last."""
        normal = _SPACES.sub(" ", text[-LETTERS * most :].translate(self._pieces.normal))
        if not normal.startswith(" "):
            normal = " " + normal
        inside = self._cut(normal.replace(" ", SPACE))[2 - most :]
        return [self._pieces.begin, *inside, self._pieces.end]

    def aligned(self, parts: Sequence[str]) -> tuple[list[int], list[int]]:
        """The pieces of a text that is given in parts, between the marks of its beginning and end;
        and for each part the place of the piece in which it begins."""
        text, starts = "", []
        for part in parts:
            added = _SPACES.sub(" ", part.translate(self._pieces.normal))
            if not text and not added.startswith(" "):
                text = " "
            starts.append(len(text))
            text += added
        inside = self._cut(text.replace(" ", SPACE))
        sizes = [1 if one == self._pieces.unknown else int(self._sizes[one]) for one in inside]
        edges = list(accumulate(sizes, initial=0))
        firsts = [bisect_right(edges, start) for start in starts]
        return [self._pieces.begin, *inside, self._pieces.end], firsts

    def _cut(self, text: str) -> list[int]:
        count = len(text)
        best = [0.0] + [-np.inf] * count
        came: list[tuple[int, int]] = [(0, 0)] * (count + 1)
        found = self._found(text)
        for start in range(count):
            here = best[start]
            unknown = (start + 1, self._pieces.unknown, self._unknown_score)
            for end, piece, score in (*found[start], unknown):
                if here + score > best[end]:
                    best[end] = here + score
                    came[end] = (start, piece)
        ids = []
        place = count
        while place:
            place, piece = came[place]
            ids.append(piece)
        return ids[::-1]

    def _found(self, text: str) -> list[list[tuple[int, int, float]]]:
        """For each place, the pieces that begin there: their end, number and score."""
        points = _points(text)
        starts, ends, hashes = [], [], []
        running = np.zeros(len(points), np.uint64)
        room = _room(text)
        for size in range(1, min(self._longest, int(room.max(initial=0))) + 1):
            running = running[: len(points) - size + 1] * np.uint64(MULTIPLIER)
            running += points[size - 1 :]
            inside = np.flatnonzero(room[: len(running)] >= size)
            starts.append(inside)
            ends.append(inside + size)
            hashes.append(running[inside])
        wanted = np.concatenate(hashes)
        places = np.searchsorted(self._hashes, wanted)
        places[places == len(self._hashes)] = 0
        there = np.flatnonzero(self._hashes[places] == wanted)
        pieces = self._order[places[there]]
        found: list[list[tuple[int, int, float]]] = [[] for _ in text]
        for start, end, piece, score in zip(
            np.concatenate(starts)[there].tolist(),
            np.concatenate(ends)[there].tolist(),
            pieces.tolist(),
            self._pieces.scores[pieces].tolist(),
        ):
            found[start].append((end, piece, score))
        return found


def _room(text: str) -> npt.NDArray[np.int64]:
    """For each place, how long a piece may be that begins there: none goes on into the next word,
    for a space only stands before one."""
    edges = np.array([*(n for n, one in enumerate(text) if one == SPACE), len(text)], np.int64)
    places = np.arange(len(text))
    room: npt.NDArray[np.int64] = edges[np.searchsorted(edges, places, side="right")] - places
    return room


def _points(text: str) -> Hashes:
    return np.frombuffer(text.encode("utf-32-le", "replace"), "<u4").astype(np.uint64)
