"""The encoder's pass over one text, with numpy on one core: a transformer after BERT."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from vigie.nlu.encoder.base import Base, Floats

MATRICES = ("qkv", "ao", "fi", "fo")
"""Of a layer: queries, keys and values together; what attention gives; into and out of the inner
part."""
Adapter = Mapping[str, Floats]
"""For `l6.qkv.a` and `l6.qkv.b`, two thin matrices whose product is added to a matrix."""
Thin = Mapping[str, tuple[Floats, Floats]]
"""Of a layer, the two thin matrices beside each of its own that has some."""
HIGHEST = np.float32(80)
"""Beyond it an exponential would overflow; what it divides is already nothing."""
_GELU = 2 * (2 / np.pi) ** 0.5


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


def thin(adapter: Adapter, number: int) -> Thin:
    """What an adapter adds to one layer."""
    pairs = {name: f"l{number}.{name}" for name in MATRICES}
    return {
        name: (adapter[f"{place}.a"], adapter[f"{place}.b"])
        for name, place in pairs.items()
        if f"{place}.a" in adapter
    }


class Encoder:
    """All the layers, ready.

    What was learned stays beside them: four readers share the 85 MB of one base, where a copy each
    with what it learned added in would take three times as much (evaluation/README.md).
    """

    def __init__(
        self,
        base: Base,
        adapter: Adapter,
        layers: Optional[int] = None,
        beside: Optional[Encoder] = None,
    ) -> None:
        """With the lowest `layers`, or all; those of the one `beside`, of the same base, are
        shared."""
        self._base = base
        count = base.layers if layers is None else layers
        shared: list[Layer] = beside._layers[:count] if beside else []
        self._layers: list[Layer] = [
            *shared,
            *(layer(base, number) for number in range(len(shared), count)),
        ]
        self._learned = [thin(adapter, number) for number in range(count)]
        self._places = base.floats("emb.pos", -1, base.width)
        self._places = self._places + base.floats("emb.type", -1, base.width)[:1]
        self._norm = (base.floats("emb.ln.w", base.width), base.floats("emb.ln.b", base.width))

    def embedded(self, ids: Sequence[int]) -> Floats:
        """The pieces as vectors, before the first layer."""
        rows = self._base.rows("emb.word", np.asarray(ids, np.int64))
        return self._normal(rows + self._places[: len(ids)], self._norm)

    def states(self, ids: Sequence[int]) -> Floats:
        """The vector of each piece after the last layer."""
        found = self.embedded(ids)
        for one, learned in zip(self._layers, self._learned):
            found = self._through(one, learned, found)
        return found

    def _through(self, one: Layer, learned: Thin, x: Floats) -> Floats:
        joined = _times(x, one, learned, "qkv")
        attended = _times(self._attended(joined), one, learned, "ao")
        attended += x
        x = self._normal(attended, one.norms["aln"])
        inner = _times(x, one, learned, "fi")
        out = _times(gelu(inner), one, learned, "fo")
        out += x
        return self._normal(out, one.norms["oln"])

    def _attended(self, joined: Floats) -> Floats:
        size = self._base.width // self._base.heads
        parts = joined.reshape(len(joined), 3, self._base.heads, size)
        queries, keys, values = parts.transpose(1, 2, 0, 3)
        scores = queries @ keys.transpose(0, 2, 1)
        scores *= np.float32(size**-0.5)
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        found: Floats = (scores @ values).transpose(1, 0, 2).reshape(len(joined), -1)
        return found

    def _normal(self, x: Floats, norm: tuple[Floats, Floats]) -> Floats:
        x = x - x.mean(axis=-1, keepdims=True)
        spread = np.einsum("ij,ij->i", x, x)[:, None] / np.float32(x.shape[-1])
        x /= np.sqrt(spread + np.float32(self._base.epsilon))
        x *= norm[0]
        x += norm[1]
        return x


def _times(x: Floats, one: Layer, learned: Thin, name: str) -> Floats:
    """Through one matrix of a layer, and what was learned beside it."""
    found: Floats = x @ one.matrices[name]
    if name in learned:
        into, out = learned[name]
        found += (x @ into) @ out
    found += one.biases[name]
    return found


def gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, by its usual approximation."""
    inner = x * x
    inner *= np.float32(-0.044715 * _GELU)
    inner -= np.float32(_GELU)
    inner *= x
    np.minimum(inner, HIGHEST, out=inner)
    np.exp(inner, out=inner)
    inner += 1
    found: Floats = x / inner
    return found
