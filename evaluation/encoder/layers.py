"""What the layers of the encoder make of a text, while it learns and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import tensorflow as tf

from vigie.nlu.encoder.base import Base
from vigie.nlu.encoder.forward import Layer

ADDED = 2.0
"""What the product of the matrices counts for."""
POOL = 8_000_000
"""Random places made once: drawing them at every step would take a fifth of the time."""


def multiplied(rows: Any, matrix: Any) -> Any:
    """The product of two matrices, of numbers of two bytes: processors that know them take a
    quarter less for a step of learning."""
    half = tf.matmul(tf.cast(rows, tf.bfloat16), tf.cast(matrix, tf.bfloat16))
    return tf.cast(half, tf.float32)


class Layers:
    """The layers of an encoder, with thin matrices beside the upper ones."""

    def __init__(
        self, base: Base, layers: Sequence[Layer], adapter: Mapping[str, Any], pool: Any
    ) -> None:
        """Read with the matrices of `adapter`, and leave out what `pool` has a nought for."""
        self._base, self._layers = base, layers
        self._adapter, self._pool = adapter, pool

    def run(self, states: Any, keep: Any, numbers: range, learning: bool) -> Any:
        """The states after the layers `numbers`."""
        shape = tf.shape(states)
        flat = tf.reshape(states, (-1, self._base.width))
        for number in numbers:
            flat = self._through(flat, keep, number, learning)
        return tf.reshape(flat, shape)

    def dropped(self, x: Any, learning: bool) -> Any:
        """`x`, without some of its values while it is learning."""
        if not learning:
            return x
        size = tf.size(x)
        start = tf.random.uniform((), 0, POOL - size, tf.int32)
        return x * tf.reshape(self._pool[start : start + size], tf.shape(x))

    def _through(self, x: Any, keep: Any, number: int, learning: bool) -> Any:
        attended = self._attended(self._times(x, number, "qkv"), keep)
        attended = self.dropped(self._times(attended, number, "ao"), learning)
        x = self._even(x + attended, number, "aln")
        inner = tf.nn.gelu(self._times(x, number, "fi"), approximate=True)
        out = self.dropped(self._times(inner, number, "fo"), learning)
        return self._even(x + out, number, "oln")

    def _times(self, x: Any, number: int, name: str) -> Any:
        one = self._layers[number]
        found = multiplied(x, one.matrices[name]) + one.biases[name]
        thin = f"l{number}.{name}"
        if f"{thin}.a" in self._adapter:
            within = multiplied(x, self._adapter[f"{thin}.a"])
            found += ADDED * multiplied(within, self._adapter[f"{thin}.b"])
        return found

    def _attended(self, joined: Any, keep: Any) -> Any:
        texts, length = tf.shape(keep)[0], tf.shape(keep)[1]
        size = self._base.width // self._base.heads
        parts = tf.reshape(joined, (texts, length, 3, self._base.heads, size))
        queries, keys, values = tf.unstack(tf.transpose(parts, (2, 0, 3, 1, 4)))
        scores = tf.matmul(queries, keys, transpose_b=True) * size**-0.5
        scores += (keep - 1)[:, None, None, :] * 1e9
        found = tf.matmul(tf.nn.softmax(scores), values)
        return tf.reshape(tf.transpose(found, (0, 2, 1, 3)), (-1, self._base.width))

    def _even(self, x: Any, number: int, name: str) -> Any:
        scale, shift = self._layers[number].norms[name]
        x -= tf.reduce_mean(x, -1, keepdims=True)
        spread = tf.reduce_mean(x * x, -1, keepdims=True)
        return x * tf.math.rsqrt(spread + self._base.epsilon) * scale + shift
