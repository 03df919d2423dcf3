"""The decoder's pass over the words that queries have said, as a graph (`graph.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.graph import Graph

HEADS = 4
POINTS = np.float32(2)
"""What pointing counts for beside the size of its vectors."""
EPSILON = np.float32(1e-5)
Weights = Mapping[str, Floats]
WORDS, FUTURE, KEYS, THERE, LIKELY = "words", "future", "keys", "there", "likely"
"""Arrays that come in and go out, beside those of each layer."""


def session(weights: Weights, layers: int) -> Any:
    """What runs it: of words as vectors, of what is not said yet (hidden), and of what is looked
    back at, the logarithms of what comes next, and what the words leave for those after them."""
    width = weights["emb"].shape[1]
    share = width // HEADS
    graph = Graph()
    x = WORDS
    for layer in range(layers):
        x = _Layer(graph, weights, f"{layer}.", share).through(x)
    graph.named(_likely(graph, weights, x), LIKELY)
    inputs: dict[str, tuple[Any, tuple[str | int, ...]]] = {
        WORDS: (np.float32, ("queries", "count", width)),
        FUTURE: (np.float32, ("count", "all")),
        KEYS: (np.float32, (width, "pieces")),
        THERE: (np.float32, ("names", "pieces")),
    }
    for layer in range(layers):
        inputs |= {
            f"{layer}.seen.keys": (np.float32, (1, HEADS, share, "pieces")),
            f"{layer}.seen.values": (np.float32, (1, HEADS, "pieces", share)),
            f"{layer}.before.keys": (np.float32, ("queries", HEADS, share, "start")),
            f"{layer}.before.values": (np.float32, ("queries", HEADS, "start", share)),
        }
    return graph.ready(inputs, [LIKELY, *own(layers, "said")])


def own(layers: int, when: str) -> Iterator[str]:
    """The names of the keys and the values of each layer."""
    for layer in range(layers):
        yield from (f"{layer}.{when}.keys", f"{layer}.{when}.values")


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
