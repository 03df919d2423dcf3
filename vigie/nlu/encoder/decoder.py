"""What says a query word by word: a small transformer that looks back at the encoder's vectors, and
points at a name of the message where the query holds it.

What it may say next is a word of its vocabulary, or one of the names that it was told of; these
follow the vocabulary in every table of probabilities.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.graph import Graph

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
Said = Sequence[Floats]
"""Of each layer in turn the keys and the values of what each query has said so far: (queries,
heads, share of the width, words) and (queries, heads, words, share)."""
WORDS, FUTURE, KEYS, THERE, LIKELY = "words", "future", "keys", "there", "likely"
"""Arrays that come in and go out, beside those of each layer."""


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
        self._session = self._made()

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
            **dict(zip(_own(self._layers, "before"), before)),
        }
        likely, *said = self._session.run([LIKELY, *_own(self._layers, "said")], given)
        return likely, said

    def _nothing(self, queries: int) -> Said:
        """What queries have said before their first word."""
        share = self._width // HEADS
        empty = [(queries, HEADS, share, 0), (queries, HEADS, 0, share)] * self._layers
        return [np.zeros(shape, np.float32) for shape in empty]

    def _made(self) -> Any:
        """The session that runs `next`."""
        width, share = self._width, self._width // HEADS
        graph = Graph()
        x = WORDS
        for layer in range(self._layers):
            x = _Layer(graph, self._w, f"{layer}.", share).through(x)
        graph.named(_likely(graph, self._w, x), LIKELY)
        inputs: dict[str, tuple[Any, tuple[str | int, ...]]] = {
            WORDS: (np.float32, ("queries", "count", width)),
            FUTURE: (np.float32, ("count", "all")),
            KEYS: (np.float32, (width, "pieces")),
            THERE: (np.float32, ("names", "pieces")),
        }
        for layer in range(self._layers):
            inputs |= {
                f"{layer}.seen.keys": (np.float32, (1, HEADS, share, "pieces")),
                f"{layer}.seen.values": (np.float32, (1, HEADS, "pieces", share)),
                f"{layer}.before.keys": (np.float32, ("queries", HEADS, share, "start")),
                f"{layer}.before.values": (np.float32, ("queries", HEADS, "start", share)),
            }
        return graph.ready(inputs, [LIKELY, *_own(self._layers, "said")])


class _Layer:
    """One layer of the decoder as operations of a graph."""

    def __init__(self, graph: Graph, weights: Weights, name: str, share: int) -> None:
        self._graph = graph
        self._w = weights
        self._name = name
        self._apart = graph.constant(np.array([0, 0, HEADS, share]))
        self._whole = graph.constant(np.array([0, 0, HEADS * share]))
        self._even = graph.constant(np.array(share**-0.5, np.float32))

    def through(self, x: str) -> str:
        """What the layer makes of `x`."""
        add, name = self._graph.add, self._name
        parts = self._times(self._normal(x, "n1"), "qkv")
        queries, keys, values = self._graph.several("Split", 3, parts, axis=-1)
        keys = add("Transpose", self._heads(keys), perm=[0, 1, 3, 2])
        keys = add("Concat", f"{name}before.keys", keys, axis=-1)
        values = add("Concat", f"{name}before.values", self._heads(values), axis=2)
        self._graph.named(keys, f"{name}said.keys")
        self._graph.named(values, f"{name}said.values")
        own = self._attended(queries, keys, values, FUTURE)
        x = add("Add", x, self._times(own, "o"))
        queries = self._times(self._normal(x, "n2"), "cq")
        seen = self._attended(queries, f"{name}seen.keys", f"{name}seen.values")
        x = add("Add", x, self._times(seen, "co"))
        inner = add("FastGelu", self._times(self._normal(x, "n3"), "f1"))
        return add("Add", x, self._times(inner, "f2"))

    def _attended(self, queries: str, keys: str, values: str, hidden: str = "") -> str:
        add = self._graph.add
        scores = add("Mul", add("MatMul", self._heads(queries), keys), self._even)
        if hidden:
            scores = add("Add", scores, hidden)
        found = add("MatMul", add("Softmax", scores, axis=-1), values)
        return add("Reshape", add("Transpose", found, perm=[0, 2, 1, 3]), self._whole)

    def _heads(self, x: str) -> str:
        """(queries, words, width) as (queries, heads, words, share)."""
        parted = self._graph.add("Reshape", x, self._apart)
        return self._graph.add("Transpose", parted, perm=[0, 2, 1, 3])

    def _times(self, x: str, name: str) -> str:
        return _times(self._graph, self._w, x, f"{self._name}{name}")

    def _normal(self, x: str, name: str) -> str:
        return _even(self._graph, self._w, x, f"{self._name}{name}")


def _own(layers: int, when: str) -> Iterator[str]:
    """The names of the keys and the values of each layer."""
    for layer in range(layers):
        yield from (f"{layer}.{when}.keys", f"{layer}.{when}.values")


def _likely(graph: Graph, weights: Weights, x: str) -> str:
    """The logarithms of the probabilities of words and names, of what the last layer makes."""
    x = _even(graph, weights, x, "nf")
    scale = graph.constant(np.array(POINTS * weights["pq"].shape[1] ** -0.5, np.float32))
    asked = graph.add("Mul", graph.add("MatMul", x, graph.constant(weights["pq"])), scale)
    pointed = graph.add("MatMul", asked, KEYS)
    apart = graph.add("Unsqueeze", pointed, graph.constant(np.array([2])))
    each = graph.add("ReduceLogSumExp", graph.add("Add", apart, THERE), axes=[-1], keepdims=0)
    words = _times(graph, weights, x, "out")
    return graph.add("LogSoftmax", graph.add("Concat", words, each, axis=-1), axis=-1)


def _times(graph: Graph, weights: Weights, x: str, name: str) -> str:
    found = graph.add("MatMul", x, graph.constant(weights[name]))
    return graph.add("Add", found, graph.constant(weights[f"{name}.b"]))


def _even(graph: Graph, weights: Weights, x: str, name: str) -> str:
    both = (graph.constant(weights[f"{name}.{part}"]) for part in "wb")
    return graph.add("LayerNormalization", x, *both, epsilon=float(EPSILON))


def _normal(x: Floats, weight: Floats, bias: Floats) -> Floats:
    x = x - x.mean(axis=-1, keepdims=True)
    found: Floats = x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + EPSILON) * weight + bias
    return found
