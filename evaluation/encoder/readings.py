"""What weighs the readings of a message in its conversation, learned from the readings of authors
held out (evaluation/fitting.py): for each trait of a reading a weight that hangs on all the words,
on the last question and on what its answer showed.

`python -m evaluation.encoder readings` learns it and writes it beside the code that serves it, in
an hour, half of which goes to the readings.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf

from evaluation.authors import material
from evaluation.encoder import learn
from evaluation.encoder.adapted import KEEP, NUMBER, STATES, Pooled
from evaluation.encoder.kept import recipe
from evaluation.encoder.network import FROZEN
from evaluation.fitting import Row, rows
from vigie.answers.reading.habits import NEAREST
from vigie.nlu.encoder import base, reader
from vigie.nlu.encoder.base import Base, Floats
from vigie.nlu.encoder.files import FOLDER, READINGS, keep
from vigie.nlu.encoder.reader import HEAD
from vigie.nlu.encoder.readings import pieces
from vigie.nlu.encoder.tokens import Tokenizer

EPOCHS = 3.0
RATES = (6e-4, 1e-3)
"""Of learning: the matrices, which go on from those of the forms, and the head."""
LEAST = 60
"""Readings that must have a trait for it to be weighed."""
EASY = 0.9
"""Probability of the right readings from which a message that follows nothing is easy."""
KEPT = 12_000
"""Easy messages that are taught all the same, at most."""
NOTHING = -1e6
"""Score of a reading that is not there."""


@dataclass(frozen=True)
class Lesson:
    """A message as pieces, from the `first` of which it speaks itself; and of each of its readings
    the score, the traits that tell it from the others, and whether it is right."""

    ids: tuple[int, ...]
    first: int
    scores: Floats
    traits: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]

    @property
    def easy(self) -> bool:
        """Whether it is read rightly as it is, and leans on nothing."""
        powers = np.exp(self.scores - self.scores.max())
        likely = float(powers[list(self.right)].sum() / powers.sum())
        return self.first == 0 and likely >= EASY


class Weights(Pooled):
    """Learns the head of vigie/nlu/encoder/readings.py."""

    def __init__(self, source: Base, traits: int) -> None:
        super().__init__(source, FROZEN)
        self.start(reader.stored()[0])
        self.weights = tf.Variable(np.zeros((source.width, traits), np.float32))
        self.bias = tf.Variable(np.zeros(traits, np.float32))
        self.learns((self.weights, self.bias), RATES[1])
        some = tf.TensorSpec((None, NEAREST))
        traits_of = tf.TensorSpec((None, NEAREST, None), tf.int32)
        signature = [STATES, KEEP, KEEP, traits_of, some, some, NUMBER, NUMBER]
        self.step = tf.function(self._step, input_signature=signature)

    def _step(
        self,
        states: Any,
        keep: Any,
        own: Any,
        traits: Any,
        scores: Any,
        right: Any,
        rate: Any,
        number: Any,
    ) -> Any:
        with tf.GradientTape() as tape:
            weights = self._vectors(states, keep, own, True) @ self.weights + self.bias
            weights = tf.concat([weights, tf.zeros_like(weights[:, :1])], 1)
            told = scores + tf.reduce_sum(tf.gather(weights, traits, batch_dims=1), -1)
            likely = tf.nn.log_softmax(told) + (right - 1) * 1e9
            loss = -tf.reduce_mean(tf.reduce_logsumexp(likely, 1))
        self._changed(tape, loss, rate, number)
        return loss


def lessons(some: Iterable[Row], tokenizer: Tokenizer) -> list[Lesson]:
    """The messages of which one reading is right and another is not; of the easy ones some."""
    every = [_lesson(row, tokenizer) for row in some if any(row.right) and not all(row.right)]
    hard = [one for one in every if not one.easy]
    easy = [one for one in every if one.easy]
    chance = random.Random(0)  # noqa: S311
    return [*hard, *chance.sample(easy, min(KEPT, len(easy)))]


def _lesson(row: Row, tokenizer: Tokenizer) -> Lesson:
    ids, first = pieces(tokenizer, row.said)
    shared = frozenset.intersection(*(one.traits for one in row.readings))
    traits = tuple(tuple(sorted(one.traits - shared)) for one in row.readings)
    scores = np.array([one.score for one in row.readings], np.float32)
    return Lesson(tuple(ids), first, scores, traits, row.right)


def weighed(given: Sequence[Lesson]) -> tuple[str, ...]:
    """The traits that enough readings have."""
    count = Counter(trait for one in given for traits in one.traits for trait in traits)
    return tuple(sorted(trait for trait, n in count.items() if n >= LEAST))


def taught(
    given: Sequence[Lesson], traits: Sequence[str], source: Base, epochs: float = EPOCHS
) -> Weights:
    """A network that learned these."""
    network = Weights(source, len(traits))
    states = learn.below(network, [one.ids for one in given])
    learn.standardise(network, states)
    place = {trait: n for n, trait in enumerate(traits)}

    def what(places: Sequence[int]) -> list[Any]:
        some = [given[n] for n in places]
        own = [np.arange(len(one.ids)) >= one.first for one in some]
        each = [[[place[t] for t in of if t in place] for of in one.traits] for one in some]
        most = max(1, max(len(of) for one in each for of in one))
        table = np.full((len(some), NEAREST, most), len(traits), np.int32)
        scores = np.full((len(some), NEAREST), NOTHING, np.float32)
        right = np.zeros((len(some), NEAREST), np.float32)
        for n, one in enumerate(some):
            for number, of in enumerate(each[n]):
                table[n, number, : len(of)] = of
            scores[n, : len(one.scores)] = one.scores
            right[n, : len(one.right)] = one.right
        return [learn.padded([mask.astype(np.float32) for mask in own]), table, scores, right]

    learn.learned(network, states, what, epochs)
    return network


def ship(epochs: float = EPOCHS) -> None:
    """Learn from every author, and keep it."""
    source = base.load(base.path())
    every = list(rows(material()))
    given = lessons(every, Tokenizer(source.pieces))
    traits = weighed(given)
    network = taught(given, traits, source, epochs)
    values = network.mean, network.spread, network.weights.numpy(), network.bias.numpy()
    head = {f"head.{name}": value for name, value in zip(HEAD, values)}
    learned = {
        "command": "make encoder ARGS=readings",
        "authors": sorted({row.author for row in every}),
        "texts": len(given),
        "sha256": hashlib.sha256(repr([one.ids for one in given]).encode()).hexdigest(),
        "epochs": epochs,
        "rates": RATES,
    }
    told = {**recipe(learned), "traits": traits}
    keep(FOLDER, READINGS, {**network.served(), **head}, told)
