"""The encoder as something that learns: thin matrices beside its upper layers, with whatever head
stands on them.

The lower layers stay as they are, so their outputs are computed once. TensorFlow comes with Rasa;
one thread is the fastest where cores are shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf

from evaluation.encoder.layers import ADDED, POOL, Layers
from vigie.nlu.encoder.base import Base, Floats
from vigie.nlu.encoder.forward import MATRICES, Adapter, Embedded, layer

RANK = 16
"""Of the matrices that are added."""
DROPPED = 0.1
"""Share of the values that a step of learning leaves out."""
RATES = (1e-3, 2e-3)
"""Of learning: the matrices, the head."""
DECAY = 0.01
MOMENTS = (0.9, 0.98)
STATES = tf.TensorSpec((None, None, None))
KEEP = tf.TensorSpec((None, None))
NUMBER = tf.TensorSpec(())


@dataclass
class _Learned:
    """A variable, what its gradients were, and its rate."""

    value: Any
    first: Any
    second: Any
    rate: float


class Adapted:
    """An encoder with something to learn in the layers from `frozen` on."""

    def __init__(self, base: Base, frozen: int, seed: int = 0) -> None:
        self._random = np.random.default_rng(seed)
        tf.random.set_seed(seed)
        self._base = base
        self.frozen = frozen
        self._embedded = Embedded(base)
        layers = [layer(base, number) for number in range(base.layers)]
        self.adapter = {
            f"l{number}.{name}.{side}": value
            for number in range(frozen, base.layers)
            for name in MATRICES
            for side, value in self._thin(layers[number].matrices[name].shape)
        }
        self._learned: list[_Learned] = []
        self.learns(self.adapter.values(), RATES[0])
        kept = self._random.random(POOL) >= DROPPED
        pool = tf.constant(kept.astype(np.float32) / (1 - DROPPED))
        self._layers = Layers(base, layers, self.adapter, pool)
        self.lower = tf.function(self._lower, input_signature=[STATES, KEEP])

    def learns(self, variables: Iterable[Any], rate: float) -> None:
        """Have these change with the steps too, at this rate."""
        self._learned += [
            _Learned(v, tf.Variable(tf.zeros_like(v)), tf.Variable(tf.zeros_like(v)), rate)
            for v in variables
        ]

    def normal(self, shape: tuple[int, ...], spread: float) -> Floats:
        """Numbers of chance to begin with."""
        return (self._random.standard_normal(shape) * spread).astype(np.float32)

    def embedded(self, ids: Sequence[int]) -> Floats:
        """The pieces of a text as vectors."""
        return self._embedded.of(ids)

    def start(self, adapter: Adapter) -> None:
        """Go on from matrices that were learned before."""
        for name, value in self.adapter.items():
            value.assign(adapter[name] / (ADDED if name.endswith(".b") else 1))

    def served(self) -> dict[str, Floats]:
        """The matrices as they are served: the learned product counts twice."""
        return {
            name: value.numpy() * (ADDED if name.endswith(".b") else 1)
            for name, value in self.adapter.items()
        }

    def _thin(self, shape: tuple[int, ...]) -> list[tuple[str, Any]]:
        first = tf.Variable(self.normal((shape[0], RANK), shape[0] ** -0.5))
        return [("a", first), ("b", tf.Variable(np.zeros((RANK, shape[1]), np.float32)))]

    def _lower(self, states: Any, keep: Any) -> Any:
        return self._layers.run(states, keep, range(self.frozen), False)

    def _upper(self, states: Any, keep: Any, learning: bool) -> Any:
        """The states after the last layer; of something left out while it learns."""
        states = self._layers.dropped(states, learning)
        return self._layers.run(states, keep, range(self.frozen, self._base.layers), learning)

    def _changed(self, tape: Any, loss: Any, rate: Any, number: Any) -> None:
        """One step of learning: the `number`-th."""
        values = [one.value for one in self._learned]
        gradients, _ = tf.clip_by_global_norm(tape.gradient(loss, values), 1.0)
        for one, gradient in zip(self._learned, gradients):
            one.first.assign(MOMENTS[0] * one.first + (1 - MOMENTS[0]) * gradient)
            one.second.assign(MOMENTS[1] * one.second + (1 - MOMENTS[1]) * gradient**2)
            first = one.first / (1 - MOMENTS[0] ** number)
            second = one.second / (1 - MOMENTS[1] ** number)
            change = first / (tf.sqrt(second) + 1e-8) + DECAY * one.value
            one.value.assign_sub(rate * one.rate * change)


def mean(states: Any, keep: Any) -> Any:
    """Of the vectors that are kept, a row a text."""
    return tf.reduce_sum(states * keep[:, :, None], 1) / tf.reduce_sum(keep, 1)[:, None]


class Pooled(Adapted):
    """One whose head stands on the mean of a text's vectors, brought to a common size."""

    def __init__(self, base: Base, frozen: int, seed: int = 0) -> None:
        super().__init__(base, frozen, seed)
        self.mean = np.zeros(base.width, np.float32)
        self.spread = np.ones(base.width, np.float32)
        self.pooled = tf.function(self._pooled, input_signature=[STATES, KEEP])

    def standardise(self, pooled: Floats) -> None:
        """Take the mean and the spread of texts for the head."""
        self.mean, self.spread = pooled.mean(axis=0), 4 * pooled.std(axis=0)

    def _pooled(self, states: Any, keep: Any) -> Any:
        return mean(self._upper(states, keep, False), keep)

    def _vectors(self, states: Any, keep: Any, learning: bool) -> Any:
        """Of each text one."""
        found = (mean(self._upper(states, keep, learning), keep) - self.mean) / self.spread
        return self._layers.dropped(found, learning)
