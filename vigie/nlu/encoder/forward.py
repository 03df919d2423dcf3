"""The encoder's pass over one text: a transformer after BERT."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from vigie.nlu.encoder.base import Base, Floats
from vigie.nlu.encoder.graph import Graph

MATRICES = ("qkv", "ao", "fi", "fo")
"""Of a layer: queries, keys and values together; what attention gives; into and out of the inner
part."""
Adapter = Mapping[str, Floats]
"""For `l6.qkv.a` and `l6.qkv.b`, two thin matrices whose product is added to a matrix."""
PIECES, STATES = "pieces", "states"
"""What comes in, a vector a piece, and what comes out."""


@dataclass(frozen=True)
class Layer:
    """The weights of one layer, matrices as (from, to)."""

    matrices: Mapping[str, Floats]
    biases: Mapping[str, Floats]
    norms: Mapping[str, tuple[Floats, Floats]]


def layer(base: Base, number: int) -> Layer:
    """One layer as the base has it."""
    width, inner = base.width, base.inner

    def get(name: str, *shape: int) -> Floats:
        return base.floats(f"l{number}.{name}", *shape)

    matrices = {
        "qkv": np.concatenate([get(f"{part}.w", width, width) for part in "qkv"]),
        "ao": get("ao.w", width, width),
        "fi": get("fi.w", inner, width),
        "fo": get("fo.w", width, inner),
    }
    biases = {
        "qkv": np.concatenate([get(f"{part}.b", width) for part in "qkv"]),
        "ao": get("ao.b", width),
        "fi": get("fi.b", inner),
        "fo": get("fo.b", width),
    }
    norms = {name: (get(f"{name}.w", width), get(f"{name}.b", width)) for name in ("aln", "oln")}
    ready = {name: np.ascontiguousarray(m.T, np.float32) for name, m in matrices.items()}
    return Layer(ready, biases, norms)


def adapted(base: Base, adapter: Adapter, number: int) -> Layer:
    """One layer with what was learned added to its matrices."""
    found = layer(base, number)
    learned = {
        name: adapter[f"{place}.a"] @ adapter[f"{place}.b"]
        for name in MATRICES
        if f"{(place := f'l{number}.{name}')}.a" in adapter
    }
    matrices = {name: one + learned.get(name, 0) for name, one in found.matrices.items()}
    return Layer(matrices, found.biases, found.norms)


class Embedded:
    """The pieces of a text as vectors, before the first layer."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._places = base.floats("emb.pos", -1, base.width)
        self._places = self._places + base.floats("emb.type", -1, base.width)[:1]
        self._weights = base.floats("emb.ln.w", base.width)
        self._bias = base.floats("emb.ln.b", base.width)

    def of(self, ids: Sequence[int]) -> Floats:
        """A vector a piece."""
        x = self._base.rows("emb.word", np.asarray(ids, np.int64)) + self._places[: len(ids)]
        x -= x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((x * x).mean(axis=-1, keepdims=True) + np.float32(self._base.epsilon))
        found: Floats = x / spread * self._weights + self._bias
        return found


class Encoder:
    """All the layers, ready."""

    def __init__(self, base: Base, adapter: Adapter, layers: Optional[int] = None) -> None:
        """With the lowest `layers`, or all."""
        self._embedded = Embedded(base)
        self._session = _session(base, adapter, base.layers if layers is None else layers)

    def states(self, ids: Sequence[int]) -> Floats:
        """The vector of each piece after the last layer."""
        found: Floats = self._session.run([STATES], {PIECES: self._embedded.of(ids)})[0]
        return found


def _session(base: Base, adapter: Adapter, layers: int) -> Any:
    graph = Graph()
    x = PIECES
    for number in range(layers):
        x = _through(graph, adapted(base, adapter, number), x, base)
    graph.named(x, STATES)
    return graph.ready({PIECES: (np.float32, ("count", base.width))}, [STATES])


def _through(graph: Graph, one: Layer, x: str, base: Base) -> str:
    """What a layer makes of `x`."""

    def times(given: str, name: str) -> str:
        return graph.times(given, one.matrices[name], one.biases[name])

    def normal(given: str, name: str) -> str:
        weights = map(graph.constant, one.norms[name])
        return graph.add("LayerNormalization", given, *weights, epsilon=base.epsilon)

    seen = _attended(graph, times(x, "qkv"), base)
    x = normal(graph.add("Add", times(seen, "ao"), x), "aln")
    inner = graph.add("FastGelu", times(x, "fi"))
    return normal(graph.add("Add", times(inner, "fo"), x), "oln")


def _attended(graph: Graph, joined: str, base: Base) -> str:
    """Attention of queries, keys and values that stand beside each other in one array."""
    size = base.width // base.heads
    apart = graph.constant(np.array([-1, 3, base.heads, size]))
    parts = graph.add("Transpose", graph.add("Reshape", joined, apart), perm=[1, 2, 0, 3])
    queries, keys, values = (
        graph.add("Gather", parts, graph.constant(np.array(part)), axis=0) for part in range(3)
    )
    scores = graph.add("MatMul", queries, graph.add("Transpose", keys, perm=[0, 2, 1]))
    even = graph.add("Mul", scores, graph.constant(np.array(size**-0.5, np.float32)))
    found = graph.add("MatMul", graph.add("Softmax", even, axis=-1), values)
    whole = graph.constant(np.array([-1, base.width]))
    return graph.add("Reshape", graph.add("Transpose", found, perm=[1, 0, 2]), whole)
