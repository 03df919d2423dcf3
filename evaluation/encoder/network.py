"""The encoder as it learns what a whole text is: a head on the mean of its vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import tensorflow as tf

from evaluation.encoder.adapted import KEEP, NUMBER, RATES, STATES, Pooled
from vigie.nlu.encoder.base import Base
from vigie.nlu.encoder.forward import Adapter
from vigie.nlu.encoder.reader import Head

FROZEN = 6
"""Lower layers that nothing is added to."""
SMOOTHED = 0.1
"""Share of a label's weight that is spread over all of them."""
SHARE = 0.3
"""What a topic counts for beside a form."""
LABELS = tf.TensorSpec((None, None))


class Network(Pooled):
    """Learns to tell the first `single` labels apart, and whether each of the others holds."""

    def __init__(self, base: Base, single: int, labels: int, seed: int = 0) -> None:
        super().__init__(base, FROZEN, seed)
        self._single = single
        self.weights = tf.Variable(self.normal((base.width, labels), 0.02))
        self.bias = tf.Variable(np.zeros(labels, np.float32))
        self.learns((self.weights, self.bias), RATES[1])
        self.scores = tf.function(self._scores, input_signature=[STATES, KEEP])
        self.step = tf.function(self._step, input_signature=[STATES, KEEP, LABELS, NUMBER, NUMBER])

    def go_on(self, adapter: Adapter, head: Head, labels: Sequence[str]) -> None:
        """Go on from what was learned before: the matrices, and what the head tells of those
        `labels` that it knows."""
        self.start(adapter)
        self.mean, self.spread = head.mean, head.spread
        weights, bias = self.weights.numpy(), self.bias.numpy()
        known = {label: place for place, label in enumerate(head.labels.all)}
        for place, label in enumerate(labels):
            if label in known:
                weights[:, place] = head.weights[:, known[label]]
                bias[place] = head.bias[known[label]]
        self.weights.assign(weights)
        self.bias.assign(bias)

    def _logits(self, states: Any, keep: Any, learning: bool) -> Any:
        return self._vectors(states, keep, learning) @ self.weights + self.bias

    def _scores(self, states: Any, keep: Any) -> Any:
        logits = self._logits(states, keep, False)
        one, each = logits[:, : self._single], logits[:, self._single :]
        return tf.concat([tf.nn.softmax(one), tf.sigmoid(each)], 1)

    def _step(self, states: Any, keep: Any, labels: Any, rate: Any, number: Any) -> Any:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self._loss(labels, self._logits(states, keep, True)))
        self._changed(tape, loss, rate, number)
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
