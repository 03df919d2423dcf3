"""Learning of the adapter and its head from texts and their labels."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Iterator, Sequence

import numpy as np
import tensorflow as tf

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


def learned(
    network: Network, texts: Sequence[Ids], labels: Floats, epochs: float, pace: float = 1.0
) -> None:
    """Have `network` learn the `labels` of `texts`, given as pieces: a row a text, 1 for what it
    is, 0 for what it is not, less where that is not known. `pace` slows the learning down."""
    shuffle = np.random.default_rng(0)
    states = below(network, texts)
    if not network.begun:
        sample = shuffle.choice(len(texts), min(SAMPLE, len(texts)), replace=False)
        network.standardise(_in_blocks(network.pooled, [states[i] for i in sample]))
    steps = int(math.ceil(len(texts) / TEXTS) * epochs)
    warm = max(1, int(WARM * steps))
    begun, loss = time.monotonic(), 0.0
    for number, chosen in zip(range(1, steps + 1), _batches(texts, shuffle)):
        rate = pace * min(number / warm, (steps - number) / max(1, steps - warm))
        padded = _padded([states[i] for i in chosen])
        step = np.float32(rate), np.float32(number)
        loss += float(network.step(*padded, labels[chosen], *step)) / 100
        if number % 100 == 0:
            spent = round(time.monotonic() - begun)
            print(f"{number}/{steps}: {loss:.3f}, {spent} s", file=sys.stderr, flush=True)
            loss = 0.0


def below(network: Network, texts: Sequence[Ids]) -> list[Floats]:
    """What the layers that do not learn make of each text, as half floats."""
    found: list[Floats] = [np.zeros(0, np.float32)] * len(texts)
    for chosen in _by_length([len(text) for text in texts]):
        states, keep = _padded([network.embedded(texts[i]) for i in chosen])
        for place, one in zip(chosen, network.lower(states, keep).numpy()):
            found[place] = one[: len(texts[place])].astype(np.float16)
    return found


def scores(network: Network, texts: Sequence[Ids]) -> Floats:
    """Probability of each label, a row a text."""
    return _in_blocks(network.scores, below(network, texts))


def _in_blocks(run: tf.types.experimental.GenericFunction, states: Sequence[Floats]) -> Floats:
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


def _padded(states: Sequence[Floats]) -> tuple[Floats, Floats]:
    longest = max(map(len, states))
    found = np.zeros((len(states), longest, states[0].shape[-1]), np.float32)
    keep = np.zeros((len(states), longest), np.float32)
    for row, one in enumerate(states):
        found[row, : len(one)] = one
        keep[row, : len(one)] = 1
    return found, keep


def _batches(texts: Sequence[Ids], shuffle: np.random.Generator) -> Iterator[list[int]]:
    """Places of texts of like lengths, in an order of chance, epoch after epoch."""
    while True:
        order = shuffle.permutation(len(texts)).tolist()
        batches = []
        for start in range(0, len(order), TEXTS * NEIGHBOURS):
            near = sorted(order[start : start + TEXTS * NEIGHBOURS], key=lambda i: len(texts[i]))
            batches += [near[n : n + TEXTS] for n in range(0, len(near), TEXTS)]
        yield from (batches[n] for n in shuffle.permutation(len(batches)))
