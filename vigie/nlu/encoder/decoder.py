"""What says a query word by word, with numpy on one core: a small transformer that looks back at
the encoder's vectors, and points at a name of the message where the query holds it.

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
from vigie.nlu.encoder.forward import gelu

BEGIN, END, UNKNOWN = 0, 1, 2
"""Places in the vocabulary of what stands before a query and after it, and of what is not in it."""
HEADS = 4
LONGEST = 40
"""Words of a query that are said, with its beginning and end."""
POINTS = np.float32(2)
"""What pointing counts for beside the size of its vectors."""
EPSILON = np.float32(1e-5)
NEVER = np.float32(-1e9)
Weights = Mapping[str, Floats]
Numbers = npt.NDArray[np.int64]
Said = Sequence[tuple[Floats, Floats]]
"""Of each layer the keys and the values of what a query has said so far."""


@dataclass(frozen=True)
class Heard:
    """What is looked back at while a query is said."""

    table: Floats
    """A vector for each word of the vocabulary, then for each name."""
    layers: Said
    """Of each layer the keys and the values of the encoder's vectors."""
    keys: Floats
    """Of the same, what pointing compares with."""
    names: npt.NDArray[np.bool_]
    """(names, pieces): where each name stands."""


class Decoder:
    """Tells how likely each word is to come next."""

    def __init__(self, weights: Weights) -> None:
        self._w = weights
        self._width = weights["emb"].shape[1]
        self._scale = np.float32(self._width**0.5 / 4)
        self._even = np.float32((self._width // HEADS) ** -0.5)
        self._layers = sum(name.endswith(".qkv") for name in weights)

    @property
    def words(self) -> int:
        """The size of its vocabulary."""
        return len(self._w["emb"])

    def heard(self, states: Floats, first: int, names: Sequence[Sequence[int]]) -> Heard:
        """The encoder's vectors of a message, which begins at the piece `first`, and of the names
        that stand at these pieces."""
        w = self._w
        states = self._normal(states, "ns")
        own = np.arange(len(states)) >= first
        states = states + np.where(own[:, None], w["msg"], w["bef"])
        there = np.zeros((len(names), len(states)), bool)
        for name, places in zip(there, names):
            name[list(places)] = True
        counts = np.maximum(there.sum(axis=1, keepdims=True), 1)
        named = (there @ states / counts) @ w["cand"] + w["candb"]
        table = np.concatenate([w["emb"], named]) * self._scale
        layers = []
        for layer in range(self._layers):
            keys, values = np.split(self._times(states[None], f"{layer}.ckv"), 2, axis=-1)
            layers.append((self._apart(keys).transpose(0, 1, 3, 2), self._apart(values)))
        return Heard(table.astype(np.float32), layers, states @ w["pk"], there)

    def next(
        self, heard: Heard, words: Numbers, before: Optional[Said] = None
    ) -> tuple[Floats, Said]:
        """The logarithms of the probabilities of what follows each of `words` (queries, words), and
        what to hand over as `before` for the words after them."""
        start = before[0][0].shape[-1] if before else 0
        count = words.shape[1]
        x = heard.table[words] + self._w["pos"][start : start + count]
        future = np.triu(np.full((count, count), NEVER, np.float32), 1)
        said = []
        for layer, looked in enumerate(heard.layers):
            parts = np.split(self._times(self._normal(x, f"{layer}.n1"), f"{layer}.qkv"), 3, -1)
            queries, keys, values = map(self._apart, parts)
            keys = keys.transpose(0, 1, 3, 2)
            if before:
                keys = np.concatenate([before[layer][0], keys], axis=-1)
                values = np.concatenate([before[layer][1], values], axis=2)
            said.append((keys, values))
            x = x + self._times(self._attended(queries, keys, values, future), f"{layer}.o")
            queries = self._apart(self._times(self._normal(x, f"{layer}.n2"), f"{layer}.cq"))
            x = x + self._times(self._attended(queries, *looked), f"{layer}.co")
            inner = gelu(self._times(self._normal(x, f"{layer}.n3"), f"{layer}.f1"))
            x = x + self._times(inner, f"{layer}.f2")
        return self._likely(x, heard), said

    def _likely(self, x: Floats, heard: Heard) -> Floats:
        x = self._normal(x, "nf")
        pointed = (x @ self._w["pq"]) @ heard.keys.T * np.float32(POINTS * self._width**-0.5)
        each = [
            np.logaddexp.reduce(np.where(there, pointed, NEVER), axis=-1) for there in heard.names
        ]
        logits = np.concatenate([self._times(x, "out"), *(one[..., None] for one in each)], -1)
        logits -= logits.max(axis=-1, keepdims=True)
        return np.asarray(logits - np.log(np.exp(logits).sum(axis=-1, keepdims=True)), np.float32)

    def _attended(
        self, queries: Floats, keys: Floats, values: Floats, hidden: Optional[Floats] = None
    ) -> Floats:
        scores = queries @ keys * self._even
        if hidden is not None and len(hidden) > 1:
            scores = scores + hidden
        powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
        found = powers / powers.sum(axis=-1, keepdims=True) @ values
        return np.asarray(found.transpose(0, 2, 1, 3).reshape(len(found), found.shape[2], -1))

    def _apart(self, x: Floats) -> Floats:
        """(texts, words, width) as (texts, heads, words, share)."""
        found: Floats = x.reshape(*x.shape[:2], HEADS, -1).transpose(0, 2, 1, 3)
        return found

    def _times(self, x: Floats, name: str) -> Floats:
        return x @ self._w[name] + self._w[f"{name}.b"]

    def _normal(self, x: Floats, name: str) -> Floats:
        x = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((x * x).mean(axis=-1, keepdims=True) + EPSILON)
        found: Floats = x / spread * self._w[f"{name}.w"] + self._w[f"{name}.b"]
        return found
