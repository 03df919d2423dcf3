"""The encoder as it learns to write queries: vigie/nlu/encoder/decoder.py, with gradients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import tensorflow as tf

from evaluation.encoder.adapted import KEEP, NUMBER, STATES, Adapted
from evaluation.encoder.layers import multiplied
from vigie.nlu.encoder.base import Base, Floats
from vigie.nlu.encoder.decoder import LONGEST
from vigie.nlu.encoder.decoding import HEADS, POINTS
from vigie.nlu.encoder.forward import Adapter

FROZEN = 0
"""Lower layers of the encoder that nothing is added to: none. With six, which the reader of forms
leaves as they are, it fits its own lessons no better than strangers' messages."""
LAYERS = 3
"""Of the decoder."""
WIDTH, INNER = 192, 384
"""Of the decoder, and of the inner part of its layers."""
GIVES = ("o", "co", "f2")
"""What a layer of the decoder gives at last: nought in one that was not there before, so that it
begins by changing nothing."""
RATE = 1e-3
"""Of learning the decoder."""
SMALL = 0.05
"""Spread of the vectors of places to begin with."""
SMOOTHED, SPREAD = 0.05, 0.2
"""Share of the loss that goes to all words alike, and what that counts for."""
POSSIBLE = -50.0
"""Logarithm of a probability under which a word cannot come."""
NAMES = tf.TensorSpec((None, None, None))
WORDS = tf.TensorSpec((None, None), tf.int32)


class Network(Adapted):
    """Learns to say the query of a message after what was said before it."""

    def __init__(self, source: Base, words: int, adapter: Adapter, seed: int = 0) -> None:
        """With a vocabulary of so many words, going on from an `adapter`."""
        super().__init__(source, FROZEN, seed)
        self.start({**self.served(), **adapter})  # layers that had none begin with none
        self.weights = dict(self._made(source.width, words))
        self.learns(self.weights.values(), RATE)
        signature = [STATES, KEEP, NAMES, KEEP, WORDS, NUMBER, NUMBER]
        self.step = tf.function(self._step, input_signature=signature)

    def _made(self, width: int, words: int) -> Any:
        def matrix(name: str, *shape: int, spread: float = 0.0) -> Any:
            return name, tf.Variable(self.normal(shape, spread or shape[0] ** -0.5))

        def vector(name: str, size: int, value: float = 0.0) -> Any:
            return name, tf.Variable(np.full(size, value, np.float32))

        def times(name: str, *shape: int) -> Any:
            yield matrix(name, *shape)
            yield vector(f"{name}.b", shape[1])

        def norm(name: str, size: int) -> Any:
            yield vector(f"{name}.w", size, 1.0)
            yield vector(f"{name}.b", size)

        yield matrix("emb", words, WIDTH, spread=SMALL * WIDTH**0.5 / 4)
        yield matrix("pos", LONGEST, WIDTH, spread=SMALL)
        yield matrix("cand", width, WIDTH)
        yield vector("candb", WIDTH)
        for layer in range(LAYERS):
            for place in ("n1", "n2", "n3"):
                yield from norm(f"{layer}.{place}", WIDTH)
            yield from times(f"{layer}.qkv", WIDTH, 3 * WIDTH)
            yield from times(f"{layer}.o", WIDTH, WIDTH)
            yield from times(f"{layer}.cq", WIDTH, WIDTH)
            yield from times(f"{layer}.ckv", width, 2 * WIDTH)
            yield from times(f"{layer}.co", WIDTH, WIDTH)
            yield from times(f"{layer}.f1", WIDTH, INNER)
            yield from times(f"{layer}.f2", INNER, WIDTH)
        yield from norm("nf", WIDTH)
        yield from times("out", WIDTH, words)
        yield matrix("pq", WIDTH, WIDTH)
        yield matrix("pk", width, WIDTH)
        yield from norm("ns", width)
        yield vector("msg", width)
        yield vector("bef", width)

    def go_on(self, learned: Mapping[str, Floats]) -> None:
        """Go on from a decoder that was learned before, of the first words of the vocabulary; words
        that were not known are as they are made, layers that were not there give nothing yet."""
        for name, weight in self.weights.items():
            value = weight.numpy()
            if name in learned:
                known = learned[name]
                value[tuple(slice(size) for size in known.shape)] = known
            elif name.split(".")[1] in GIVES:
                value[:] = 0
            weight.assign(value)

    def learned(self) -> dict[str, Floats]:
        """The weights of the decoder."""
        return {name: value.numpy() for name, value in self.weights.items()}

    def _step(
        self, states: Any, keep: Any, names: Any, own: Any, words: Any, rate: Any, number: Any
    ) -> Any:
        with tf.GradientTape() as tape:
            told, spread = self._told(states, keep, names, own, words, True)
            loss = (1 - SMOOTHED) * tf.reduce_mean(told) + SMOOTHED * SPREAD * spread
        self._changed(tape, loss, rate, number)
        return tf.reduce_mean(told)

    def _told(
        self, states: Any, keep: Any, names: Any, own: Any, words: Any, learning: bool
    ) -> Any:
        """How unlikely each text's words are, and how unlikely all words on average."""
        states = self._upper(states, keep, learning)
        likely = self._likely(states, keep, names, own, tf.maximum(words[:, :-1], 0), learning)
        wanted = words[:, 1:]
        there = tf.cast(wanted >= 0, tf.float32)
        told = tf.gather(likely, tf.maximum(wanted, 0), batch_dims=2)
        possible = tf.cast(likely > POSSIBLE, tf.float32)
        spread = -tf.reduce_sum(likely * possible, -1) / tf.reduce_sum(possible, -1)
        return -tf.reduce_sum(told * there, 1), tf.reduce_mean(tf.reduce_sum(spread * there, 1))

    def _likely(
        self, states: Any, keep: Any, names: Any, own: Any, words: Any, learning: bool
    ) -> Any:
        """The logarithms of the probabilities of what follows each word."""
        w = self.weights
        states = self._normal(states, "ns")
        states += own[:, :, None] * w["msg"] + (1 - own)[:, :, None] * w["bef"]
        counts = tf.maximum(tf.reduce_sum(names, -1, keepdims=True), 1.0)
        named = tf.matmul(names, states) / counts @ w["cand"] + w["candb"]
        every = tf.tile(w["emb"][None], (tf.shape(words)[0], 1, 1))
        table = tf.concat([every, named], 1) * (WIDTH**0.5 / 4)
        count = tf.shape(words)[1]
        x = tf.gather(table, words, batch_dims=1) + w["pos"][:count]
        x = self._layers.dropped(x, learning)
        future = (1 - tf.linalg.band_part(tf.ones((count, count)), -1, 0)) * -1e9
        missing = (keep - 1)[:, None, None, :] * 1e9
        for layer in range(LAYERS):
            parts = tf.split(self._times(self._normal(x, f"{layer}.n1"), f"{layer}.qkv"), 3, -1)
            queries, keys, values = parts
            attended = self._attended(queries, keys, values, future)
            inner = self._times(attended, f"{layer}.o")
            x += self._layers.dropped(inner, learning)
            queries = self._times(self._normal(x, f"{layer}.n2"), f"{layer}.cq")
            keys, values = tf.split(self._times(states, f"{layer}.ckv"), 2, -1)
            attended = self._attended(queries, keys, values, missing)
            inner = self._times(attended, f"{layer}.co")
            x += self._layers.dropped(inner, learning)
            inner = self._times(self._normal(x, f"{layer}.n3"), f"{layer}.f1")
            inner = self._times(tf.nn.gelu(inner, approximate=True), f"{layer}.f2")
            x += self._layers.dropped(inner, learning)
        x = self._normal(x, "nf")
        pointed = tf.matmul(x @ w["pq"], states @ w["pk"], transpose_b=True)
        pointed = pointed * (POINTS * WIDTH**-0.5)
        elsewhere = (names[:, None] - 1) * 1e9
        each = tf.reduce_logsumexp(pointed[:, :, None, :] + elsewhere, -1)
        return tf.nn.log_softmax(tf.concat([self._times(x, "out"), each], -1))

    def _attended(self, queries: Any, keys: Any, values: Any, hidden: Any) -> Any:
        scores = tf.matmul(_apart(queries), _apart(keys), transpose_b=True)
        scores = scores * (WIDTH // HEADS) ** -0.5 + hidden
        found = tf.transpose(tf.matmul(tf.nn.softmax(scores), _apart(values)), (0, 2, 1, 3))
        return tf.reshape(found, tf.shape(queries))

    def _times(self, x: Any, name: str) -> Any:
        matrix = self.weights[name]
        flat = multiplied(tf.reshape(x, (-1, matrix.shape[0])), matrix)
        shape = tf.concat([tf.shape(x)[:-1], matrix.shape[1:]], 0)
        return tf.reshape(flat, shape) + self.weights[f"{name}.b"]

    def _normal(self, x: Any, name: str) -> Any:
        x -= tf.reduce_mean(x, -1, keepdims=True)
        spread = tf.math.rsqrt(tf.reduce_mean(x * x, -1, keepdims=True) + 1e-5)
        return x * spread * self.weights[f"{name}.w"] + self.weights[f"{name}.b"]


def _apart(x: Any) -> Any:
    """(texts, words, width) as (texts, heads, words, share)."""
    shape = tf.shape(x)
    return tf.transpose(tf.reshape(x, (shape[0], shape[1], HEADS, WIDTH // HEADS)), (0, 2, 1, 3))
