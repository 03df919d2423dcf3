"""The encoder as something that learns: thin matrices beside its upper layers, and a head.

The lower layers stay as they are, so their outputs are computed once. TensorFlow comes with Rasa;
one thread is the fastest where cores are shared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf

from evaluation.encoder.layers import ADDED, POOL, Layers
from vigie.nlu.encoder.base import Base, Floats
from vigie.nlu.encoder.forward import MATRICES, Adapter, Encoder, layer
from vigie.nlu.encoder.reader import Head

FROZEN = 6
"""Lower layers that nothing is added to."""
RANK = 16
"""Of the matrices that are added."""
DROPPED = 0.1
"""Share of the values that a step of learning leaves out."""
SMOOTHED = 0.1
"""Share of a label's weight that is spread over all of them."""
RATES = (1e-3, 2e-3)
"""Of learning: the matrices, the head."""
SHARE = 0.3
"""What a topic counts for beside a form."""
DECAY = 0.01
MOMENTS = (0.9, 0.98)
STATES = tf.TensorSpec((None, None, None))
KEEP = tf.TensorSpec((None, None))
LABELS = tf.TensorSpec((None, None))
NUMBER = tf.TensorSpec(())


@dataclass
class _Learned:
    """A variable, what its gradients were, and its rate."""

    value: Any
    first: Any
    second: Any
    rate: float


class Network:
    """Learns to tell the first `single` labels apart, and whether each of the others holds."""

    def __init__(self, base: Base, single: int, labels: int, seed: int = 0) -> None:
        self._single = single
        self._random = np.random.default_rng(seed)
        tf.random.set_seed(seed)
        self._base = base
        self._encoder = Encoder(base, {}, layers=0)
        layers = [layer(base, number, {}) for number in range(base.layers)]
        self.adapter = {
            f"l{number}.{name}.{side}": value
            for number in range(FROZEN, base.layers)
            for name in MATRICES
            for side, value in self._thin(layers[number].matrices[name].shape)
        }
        self.weights = tf.Variable(self._normal((base.width, labels), 0.02))
        self.bias = tf.Variable(np.zeros(labels, np.float32))
        self.begun = False
        """Whether it goes on from something learned before."""
        self.mean = np.zeros(base.width, np.float32)
        self.spread = np.ones(base.width, np.float32)
        rated = [(v, RATES[0]) for v in self.adapter.values()]
        rated += [(self.weights, RATES[1]), (self.bias, RATES[1])]
        self._learned = [
            _Learned(v, tf.Variable(tf.zeros_like(v)), tf.Variable(tf.zeros_like(v)), rate)
            for v, rate in rated
        ]
        kept = self._random.random(POOL) >= DROPPED
        pool = tf.constant(kept.astype(np.float32) / (1 - DROPPED))
        self._layers = Layers(base, layers, self.adapter, pool)
        self.lower = tf.function(self._lower, input_signature=[STATES, KEEP])
        self.pooled = tf.function(self._pooled, input_signature=[STATES, KEEP])
        self.scores = tf.function(self._scores, input_signature=[STATES, KEEP])
        self.step = tf.function(self._step, input_signature=[STATES, KEEP, LABELS, NUMBER, NUMBER])

    def _normal(self, shape: tuple[int, ...], spread: float) -> Floats:
        return (self._random.standard_normal(shape) * spread).astype(np.float32)

    def _thin(self, shape: tuple[int, ...]) -> list[tuple[str, Any]]:
        first = tf.Variable(self._normal((shape[0], RANK), shape[0] ** -0.5))
        return [("a", first), ("b", tf.Variable(np.zeros((RANK, shape[1]), np.float32)))]

    def embedded(self, ids: Sequence[int]) -> Floats:
        """The pieces of a text as vectors."""
        return self._encoder.embedded(ids)

    def start(self, adapter: Adapter, head: Head, labels: Sequence[str]) -> None:
        """Go on from what was learned before: the matrices, and what the head tells of those
        `labels` that it knows."""
        for name, value in self.adapter.items():
            value.assign(adapter[name] / (ADDED if name.endswith(".b") else 1))
        self.begun = True
        self.mean, self.spread = head.mean, head.spread
        weights, bias = self.weights.numpy(), self.bias.numpy()
        known = {label: place for place, label in enumerate(head.labels.all)}
        for place, label in enumerate(labels):
            if label in known:
                weights[:, place] = head.weights[:, known[label]]
                bias[place] = head.bias[known[label]]
        self.weights.assign(weights)
        self.bias.assign(bias)

    def standardise(self, pooled: Floats) -> None:
        """Take the mean and the spread of texts for the head."""
        self.mean, self.spread = pooled.mean(axis=0), 4 * pooled.std(axis=0)

    def _lower(self, states: Any, keep: Any) -> Any:
        return self._layers.run(states, keep, range(FROZEN), False)

    def _pooled(self, states: Any, keep: Any, learning: bool = False) -> Any:
        states = self._layers.run(states, keep, range(FROZEN, self._base.layers), learning)
        return tf.reduce_sum(states * keep[:, :, None], 1) / tf.reduce_sum(keep, 1)[:, None]

    def _logits(self, states: Any, keep: Any, learning: bool) -> Any:
        found = (self._pooled(states, keep, learning) - self.mean) / self.spread
        return self._layers.dropped(found, learning) @ self.weights + self.bias

    def _scores(self, states: Any, keep: Any) -> Any:
        logits = self._logits(states, keep, False)
        one, each = logits[:, : self._single], logits[:, self._single :]
        return tf.concat([tf.nn.softmax(one), tf.sigmoid(each)], 1)

    def _step(self, states: Any, keep: Any, labels: Any, rate: Any, number: Any) -> Any:
        values = [one.value for one in self._learned]
        with tf.GradientTape() as tape:
            logits = self._logits(self._layers.dropped(states, True), keep, True)
            loss = tf.reduce_mean(self._loss(labels, logits))
        gradients, _ = tf.clip_by_global_norm(tape.gradient(loss, values), 1.0)
        for one, gradient in zip(self._learned, gradients):
            one.first.assign(MOMENTS[0] * one.first + (1 - MOMENTS[0]) * gradient)
            one.second.assign(MOMENTS[1] * one.second + (1 - MOMENTS[1]) * gradient**2)
            first = one.first / (1 - MOMENTS[0] ** number)
            second = one.second / (1 - MOMENTS[1] ** number)
            change = first / (tf.sqrt(second) + 1e-8) + DECAY * one.value
            one.value.assign_sub(rate * one.rate * change)
        return loss

    def _loss(self, labels: Any, logits: Any) -> Any:
        """Of each text; a label under 0 is not known of it."""
        one, each = logits[:, : self._single], logits[:, self._single :]
        known = tf.cast(labels >= 0, tf.float32)
        wanted = tf.maximum(labels, 0.0)
        smooth = wanted[:, : self._single] * (1 - SMOOTHED) + SMOOTHED / self._single
        loss = known[:, 0] * tf.nn.softmax_cross_entropy_with_logits(smooth, one)
        several = tf.nn.sigmoid_cross_entropy_with_logits(wanted[:, self._single :], each)
        return loss + SHARE * tf.reduce_sum(known[:, self._single :] * several, 1)
