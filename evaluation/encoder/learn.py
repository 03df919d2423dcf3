"""Learning of the adapter and its head from texts and their labels."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence, Sized
from typing import Any, Protocol, Union

import numpy as np
import tensorflow as tf

from evaluation.encoder.adapted import Pooled
from evaluation.encoder.network import Network
from vigie.nlu.encoder.base import Floats

EPOCHS = 4.0
FURTHER, GENTLY = 1.0, 0.6
"""The same, and the pace, where it goes on from an adapter."""
TEXTS = 32
"""In a step."""
NEIGHBOURS = 40
"""Steps among which texts of like lengths are put together."""
WARM = 0.08
"""Share of the steps in which the rate rises."""
SAMPLE = 512
"""Texts of which the head's mean and spread are taken."""
Ids = Sequence[int]


def single_thread() -> None:
    """More threads than free cores are several times slower; to be called first."""
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)


class Learner(Protocol):
    """What can be taught, and how: `lower` of `embedded` texts is computed once."""

    lower: Any
    frozen: int
    """How many lower layers do not learn."""
    step: Any
    """Of padded states, which of them there are, what they are taught, the rate, the number of the
    step: the loss."""

    def embedded(self, ids: Ids) -> Floats:
        """The pieces of a text as vectors."""


class Embedded:
    """A text as its pieces, which are made vectors whenever they are asked for: where every layer
    learns, those of all texts would not fit into memory."""

    def __init__(self, network: Learner, ids: Ids) -> None:
        self._network, self._ids = network, ids

    def __len__(self) -> int:
        return len(self._ids)

    def __array__(self, *_: Any) -> Floats:
        return self._network.embedded(self._ids)


States = Union[Floats, Embedded]
"""Of a text, what the layers that do not learn make of it."""


def learned(
    network: Learner,
    states: Sequence[States],
    taught: Callable[[Sequence[int]], Sequence[Any]],
    epochs: float,
    pace: float = 1.0,
    seed: int = 0,
) -> None:
    """Have `network` learn from texts, given as `below` makes them. `taught` says what is taught of
    those at some places; `pace` slows the learning down, `seed` sets the order."""
    shuffle = np.random.default_rng(seed)
    steps = int(math.ceil(len(states) / TEXTS) * epochs)
    warm = max(1, int(WARM * steps))
    begun, loss = time.monotonic(), 0.0
    for number, chosen in zip(range(1, steps + 1), _batches(states, shuffle)):
        rate = pace * min(number / warm, (steps - number) / max(1, steps - warm))
        padded = _padded([states[i] for i in chosen])
        step = np.float32(rate), np.float32(number)
        loss += float(network.step(*padded, *taught(chosen), *step)) / 100
        if number % 100 == 0:
            spent = round(time.monotonic() - begun)
            print(f"{number}/{steps}: {loss:.3f}, {spent} s", file=sys.stderr, flush=True)
            loss = 0.0


def standardise(network: Pooled, states: Sequence[States]) -> None:
    """Take the mean and the spread of some texts for the head."""
    places = np.random.default_rng(0).choice(len(states), min(SAMPLE, len(states)), replace=False)
    network.standardise(in_blocks(network.pooled, [states[i] for i in places]))


def below(network: Learner, texts: Sequence[Ids]) -> Sequence[States]:
    """What the layers that do not learn make of each text, as half floats."""
    if not network.frozen:
        return [Embedded(network, text) for text in texts]
    found: list[Floats] = [np.zeros(0, np.float32)] * len(texts)
    for chosen in _by_length([len(text) for text in texts]):
        states, keep = _padded([network.embedded(texts[i]) for i in chosen])
        for place, one in zip(chosen, network.lower(states, keep).numpy()):
            found[place] = one[: len(texts[place])].astype(np.float16)
    return found


def scores(network: Network, texts: Sequence[Ids]) -> Floats:
    """Probability of each label, a row a text."""
    return in_blocks(network.scores, below(network, texts))


def in_blocks(run: tf.types.experimental.GenericFunction, states: Sequence[States]) -> Floats:
    """What `run` makes of padded states, a row a text."""
    rows: list[Floats] = [np.zeros(0, np.float32)] * len(states)
    for chosen in _by_length([len(one) for one in states]):
        found = run(*_padded([states[i] for i in chosen])).numpy()
        for place, row in zip(chosen, found):
            rows[place] = row
    return np.stack(rows)


def _by_length(lengths: Sequence[int]) -> Iterator[list[int]]:
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for start in range(0, len(order), 2 * TEXTS):
        yield order[start : start + 2 * TEXTS]


def padded(rows: Sequence[Floats], fill: float = 0.0) -> Floats:
    """Rows of different lengths as one table."""
    found = np.full((len(rows), max(map(len, rows)), *rows[0].shape[1:]), fill, np.float32)
    for row, one in zip(found, rows):
        row[: len(one)] = one
    return found


def _padded(states: Sequence[States]) -> tuple[Floats, Floats]:
    """States of texts, and which of them there are."""
    return padded([np.asarray(one) for one in states]), padded(
        [np.ones(len(one), np.float32) for one in states]
    )


def _batches(texts: Sequence[Sized], shuffle: np.random.Generator) -> Iterator[list[int]]:
    """Places of texts of like lengths, in an order of chance, epoch after epoch."""
    while True:
        order = shuffle.permutation(len(texts)).tolist()
        batches = []
        for start in range(0, len(order), TEXTS * NEIGHBOURS):
            near = sorted(order[start : start + TEXTS * NEIGHBOURS], key=lambda i: len(texts[i]))
            batches += [near[n : n + TEXTS] for n in range(0, len(near), TEXTS)]
        yield from (batches[n] for n in shuffle.permutation(len(batches)))
