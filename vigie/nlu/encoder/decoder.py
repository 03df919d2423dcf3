"""What says a query word by word: a small transformer that looks back at the encoder's vectors, and
points at a name of the message where the query holds it.

What it may say next is a word of its vocabulary, or one of the names that it was told of; these
follow the vocabulary in every table of probabilities.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.decoding import (
    EPSILON,
    FUTURE,
    HEADS,
    KEYS,
    LIKELY,
    THERE,
    WORDS,
    Weights,
    own,
    session,
)

BEGIN, END, UNKNOWN = 0, 1, 2
"""Places in the vocabulary of what stands before a query and after it, and of what is not in it."""
LONGEST = 40
"""Words of a query that are said, with its beginning and end."""
NEVER = np.float32(-1e9)
Numbers = npt.NDArray[np.int64]
Said = Sequence[Floats]
"""Of each layer in turn the keys and the values of what each query has said so far: (queries,
heads, share of the width, words) and (queries, heads, words, share)."""


@dataclass(frozen=True)
class Heard:
    """What is looked back at while a query is said."""

    table: Floats
    """A vector for each word of the vocabulary, then for each name."""
    looked: Mapping[str, Floats]
    """What the layers and the pointing see of the encoder's vectors, as it comes in."""


class Decoder:
    """Tells how likely each word is to come next."""

    def __init__(self, weights: Weights) -> None:
        self._w = weights
        self._width = weights["emb"].shape[1]
        self._scale = np.float32(self._width**0.5 / 4)
        self._layers = sum(name.endswith(".qkv") for name in weights)
        self._session = session(weights, self._layers)

    @property
    def words(self) -> int:
        """The size of its vocabulary."""
        return len(self._w["emb"])

    def heard(self, states: Floats, first: int, names: Sequence[Sequence[int]]) -> Heard:
        """The encoder's vectors of a message, which begins at the piece `first`, and of the names
        that stand at these pieces."""
        w = self._w
        states = _normal(states, w["ns.w"], w["ns.b"])
        own = np.arange(len(states)) >= first
        states = states + np.where(own[:, None], w["msg"], w["bef"])
        there = np.zeros((len(names), len(states)), bool)
        for name, places in zip(there, names):
            name[list(places)] = True
        counts = np.maximum(there.sum(axis=1, keepdims=True), 1)
        named = (there @ states / counts) @ w["cand"] + w["candb"]
        table = np.concatenate([w["emb"], named]) * self._scale
        looked = {KEYS: (states @ w["pk"]).T, THERE: np.where(there, np.float32(0), NEVER)}
        for layer in range(self._layers):
            both = states @ w[f"{layer}.ckv"] + w[f"{layer}.ckv.b"]
            keys, values = np.split(both.reshape(len(states), 2 * HEADS, -1), 2, axis=1)
            looked[f"{layer}.seen.keys"] = keys.transpose(1, 2, 0)[None]
            looked[f"{layer}.seen.values"] = values.transpose(1, 0, 2)[None]
        return Heard(table.astype(np.float32), looked)

    def next(
        self, heard: Heard, words: Numbers, before: Optional[Said] = None
    ) -> tuple[Floats, Said]:
        """The logarithms of the probabilities of what follows each of `words` (queries, words), and
        what to hand over as `before` for the words after them."""
        queries, count = words.shape
        before = before or self._nothing(queries)
        start = before[0].shape[-1]
        given = {
            WORDS: heard.table[words] + self._w["pos"][start : start + count],
            FUTURE: np.triu(np.full((count, start + count), NEVER, np.float32), start + 1),
            **heard.looked,
            **dict(zip(own(self._layers, "before"), before)),
        }
        likely, *said = self._session.run([LIKELY, *own(self._layers, "said")], given)
        return likely, said

    def _nothing(self, queries: int) -> Said:
        """What queries have said before their first word."""
        share = self._width // HEADS
        empty = [(queries, HEADS, share, 0), (queries, HEADS, 0, share)] * self._layers
        return [np.zeros(shape, np.float32) for shape in empty]


def _normal(x: Floats, weight: Floats, bias: Floats) -> Floats:
    x = x - x.mean(axis=-1, keepdims=True)
    found: Floats = x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + EPSILON) * weight + bias
    return found
