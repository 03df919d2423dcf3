"""What tells where messages are cut, learned from the messages of data/corpus as their authors cut
them: for each word whether something else begins there, the next claim of one question, or
neither; and whether it stands in something that is only told.

`python -m evaluation.encoder tags` learns it from all authors and writes it beside the code that
serves it, in twenty minutes.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import tensorflow as tf

from evaluation.encoder import learn
from evaluation.encoder.adapted import KEEP, NUMBER, RATES, STATES, Adapted
from evaluation.encoder.kept import recipe
from evaluation.material import ROOT, tables
from vigie.nlu import corpus
from vigie.nlu.clauses import gaps
from vigie.nlu.clauses.outline import outline
from vigie.nlu.clauses.taught import Row, _taught, rows
from vigie.nlu.clauses.teaching import unsettled
from vigie.nlu.encoder import base
from vigie.nlu.encoder.base import Base, Floats
from vigie.nlu.encoder.files import FOLDER, TAGS, keep
from vigie.nlu.encoder.tags import LAYERS, MOST, pieces
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.lexicon import forms
from vigie.nlu.names import NameMatcher
from vigie.nlu.take_apart import take_apart

FROZEN = 3
EPOCHS = 3.0
LONG = 14
"""Pieces beyond which a message that is one question is long."""
WHOLE_LONG, WHOLE_SHORT = 9000, 4000
"""Messages that are one question and are taught, at most."""
CUT, JOINT = 1, 2
"""Of a place; nought for neither, less where that is not known."""
TOLD = 0.5
"""What the words of a stretch count for together, beside a place."""


@dataclass(frozen=True)
class Lesson:
    """A message as pieces; of each, what place it is, whether it is told, and what that counts."""

    ids: tuple[int, ...]
    places: Floats
    told: Floats
    counts: Floats
    cut: bool


class Tags(Adapted):
    """Learns the two heads of vigie/nlu/encoder/tags.py."""

    def __init__(self, source: Base) -> None:
        super().__init__(source, FROZEN)
        self.heads = {
            "places": tf.Variable(self.normal((2 * source.width, 3), 0.02)),
            "places_bias": tf.Variable(np.zeros(3, np.float32)),
            "told": tf.Variable(self.normal((source.width, 1), 0.02)),
            "told_bias": tf.Variable(np.zeros(1, np.float32)),
        }
        self.learns(self.heads.values(), RATES[1])
        signature = [STATES, KEEP, KEEP, KEEP, KEEP, NUMBER, NUMBER]
        self.step = tf.function(self._step, input_signature=signature)

    def _logits(self, states: Any, keep: Any) -> tuple[Any, Any]:
        states = self._upper(states, keep, True)
        before = tf.pad(states[:, :-1], ((0, 0), (1, 0), (0, 0)))
        here, before = (self._layers.dropped(one, True) for one in (states, before))
        both = tf.concat([here, before], -1)
        places = both @ self.heads["places"] + self.heads["places_bias"]
        return places, (here @ self.heads["told"] + self.heads["told_bias"])[:, :, 0]

    def _step(
        self, states: Any, keep: Any, places: Any, told: Any, counts: Any, rate: Any, number: Any
    ) -> Any:
        with tf.GradientTape() as tape:
            cut, tells = self._logits(states, keep)
            known = tf.cast(places >= 0, tf.float32)
            labels = tf.cast(tf.maximum(places, 0.0), tf.int32)
            loss = known * tf.nn.sparse_softmax_cross_entropy_with_logits(labels, cut)
            loss += counts * tf.nn.sigmoid_cross_entropy_with_logits(told, tells)
            loss = tf.reduce_sum(loss) / tf.cast(tf.shape(states)[0], tf.float32)
        self._changed(tape, loss, rate, number)
        return loss


def lessons(given: Sequence[Row], names: NameMatcher, cut: Tokenizer) -> list[Lesson]:
    """All messages that were cut, and some of the others, the long ones first."""
    every = [one for row in given for one in _lesson(row, names, cut)]
    chance = random.Random(0)  # noqa: S311
    whole = [one for one in every if not one.cut]
    long = [one for one in whole if len(one.ids) > LONG]
    short = [one for one in whole if len(one.ids) <= LONG]
    return [
        *(one for one in every if one.cut),
        *chance.sample(long, min(WHOLE_LONG, len(long))),
        *chance.sample(short, min(WHOLE_SHORT, len(short))),
    ]


def _lesson(row: Row, names: NameMatcher, tokenizer: Tokenizer) -> list[Lesson]:
    parsed = take_apart(row.text, names)
    if not parsed.tokens:
        return []
    message = outline(parsed.text, parsed.tokens, parsed.mentions)
    taught = _taught(row, parsed.tokens, message)
    ids, found = pieces(tokenizer, parsed)
    firsts = [first for first in found if first is not None]
    if len(firsts) < len(found) or len(ids) > MOST:
        return []
    places, told, counts = np.full(len(ids), -1, np.float32), *np.zeros((2, len(ids)), np.float32)
    cuts, unsure = {first for first, _ in taught.stretches[1:]}, unsettled(taught)
    for place in gaps.places(message):
        if place not in unsure:
            kind = CUT if place in cuts else JOINT if place in taught.joints else 0
            places[firsts[place]] = kind
    for (first, last), tells in zip(taught.stretches, taught.told):
        told[firsts[first:last]] = tells
        counts[firsts[first:last]] = TOLD / (last - first) if row.whole else 0
    several = len(taught.stretches) > 1 or bool(taught.joints)
    return [Lesson(tuple(ids), places, told, counts, several)]


def taught(given: Sequence[Lesson], source: Base, epochs: float = EPOCHS) -> Tags:
    """A network that learned these."""
    network = Tags(source)
    states = learn.below(network, [one.ids for one in given])

    def what(places: Sequence[int]) -> list[Floats]:
        some = [given[place] for place in places]
        columns = ([o.places for o in some], [o.told for o in some], [o.counts for o in some])
        return [learn.padded(column, fill) for column, fill in zip(columns, (-1, 0, 0))]

    learn.learned(network, states, what, epochs)
    return network


def ship(epochs: float = EPOCHS) -> None:
    """Learn from every author, and keep it."""
    found, problems = corpus.read(ROOT / "data")
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    source = replace(base.load(base.path()), layers=LAYERS)
    names = NameMatcher(forms(tables()))
    given = lessons(list(rows(found)), names, Tokenizer(source.pieces))
    network = taught(given, source, epochs)
    heads = {f"head.{name}": value.numpy() for name, value in network.heads.items()}
    learned = {
        "command": "make encoder ARGS=tags",
        "authors": sorted({one.author for one in found.messages}),
        "texts": len(given),
        "sha256": hashlib.sha256(repr([one.ids for one in given]).encode()).hexdigest(),
        "epochs": epochs,
    }
    keep(FOLDER, TAGS, {**network.served(), **heads}, recipe(learned, FROZEN))
