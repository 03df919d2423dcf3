"""Fit what weighs the readings: vigie/answers/reading/weights.py and habits.json, so that the right
one is the likeliest, and the confidence, so that of those at 0.9 nine of ten are right.

`python -m evaluation.fitting` reads every author, each with heads that the others taught, without
the encoder, which heard them all. It prints both tables and writes the habits.
"""

from __future__ import annotations

import json
import multiprocessing
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from evaluation.authors import (
    PARTS,
    Asked,
    Material,
    folds,
    head,
    links,
    material,
    read_talks,
    roles,
)
from evaluation.material import ROOT
from evaluation.same import right
from evaluation.softmax import Choices, Floats, fitted
from vigie.answers.query.model import FACTS
from vigie.answers.reading.habits import NEAREST
from vigie.answers.reading.rank import Reading
from vigie.answers.reading.sure import sure_features
from vigie.answers.reading.weights import WEIGHTS

HABITS = ROOT / "vigie" / "answers" / "reading" / "habits.json"
LEAST = 30
"""Readings that a trait beside a cue must tell from others to be weighed."""
KEPT = 30_000
"""Weights that are kept, those that tell most."""
NEAR, NEAR_NOTHING = 0.3, 5.0
"""How dear it is to leave the weights as they are, and to have a habit."""
ROUNDS = 80
STRENGTH = 0.3
"""scikit-learn's C of the confidence."""
Pair = tuple[str, str]


@dataclass(frozen=True)
class Row:
    """The readings of one question, which of them are right, and what it shows."""

    author: str
    readings: tuple[Reading, ...]
    right: tuple[bool, ...]
    cues: frozenset[str]

    def pairs(self) -> Iterator[list[Pair]]:
        """For each reading its traits beside the cues, without those that all of them have."""
        shared = frozenset.intersection(*(one.traits for one in self.readings))
        for one in self.readings:
            yield [(trait, cue) for trait in one.traits - shared for cue in self.cues]


def rows(made: Material) -> Iterator[Row]:
    """What is read by authors held out, a process a core."""
    _inherited.append(made)
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("fork")) as pool:
        for some in pool.map(_of_fold, range(PARTS)):
            yield from some
    _inherited.clear()


_inherited: list[Material] = []
"""What the process that forks has parsed, for those that read for it."""


def _of_fold(number: int) -> list[Row]:
    (made,) = _inherited
    groups = folds(made)
    others = [author for each in groups if each is not groups[number] for author in each]
    heads = head(made, others), links(made, others), roles(made, others)
    asked = read_talks(made, groups[number], *heads, everything=True)
    return [_row(one, made) for _, one in asked if one.readings]


def _row(one: Asked, made: Material) -> Row:
    """What is no question of fact is read rightly as any of its act: thanks as a greeting."""
    some = one.readings[:NEAREST]
    if one.query.act in FACTS:
        marks = tuple(right(reading.query, one.query, made.view) for reading in some)
    else:
        marks = tuple(reading.query.act == one.query.act for reading in some)
    return Row(one.author, some, marks, one.cues)


@dataclass(frozen=True)
class Fitted:
    """The weights, and the habits as pairs with theirs."""

    weights: Mapping[str, float]
    habits: Mapping[Pair, float]

    def plain(self) -> dict[str, dict[str, float]]:
        """The habits as they are written, by trait and cue."""
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for (trait, cue), weight in sorted(self.habits.items()):
            if round(weight, 2):
                found[trait][cue] = round(weight, 2)
        return dict(found)


def weights(some: Sequence[Row]) -> Fitted:
    """Weights and habits under which the right readings have most of the probability."""
    count = Counter(pair for row in some for pairs in row.pairs() for pair in pairs)
    pairs = sorted(pair for pair, n in count.items() if n >= LEAST)
    choices = choices_of(some, pairs)
    start = np.concatenate([list(WEIGHTS.values()), np.zeros(len(pairs))])
    dear = np.concatenate([np.full(len(WEIGHTS), NEAR), np.full(len(pairs), NEAR_NOTHING)])
    found = fitted(choices, start, dear, ROUNDS)
    own, habits = np.split(found, [len(WEIGHTS)])
    tells = np.abs(habits) * np.sqrt([count[pair] for pair in pairs])
    kept = np.argsort(-tells, kind="stable")[:KEPT]
    return Fitted(
        {name: round(float(one), 2) for name, one in zip(WEIGHTS, own)},
        {pairs[n]: float(habits[n]) for n in kept},
    )


def choices_of(some: Sequence[Row], pairs: Sequence[Pair]) -> Choices:
    """The readings as a table: what each is scored by, then the pairs that it has."""
    place = {pair: n for n, pair in enumerate(pairs)}
    columns, ends, own, choice = [], [0], [], []
    for number, row in enumerate(some):
        for reading, its in zip(row.readings, row.pairs()):
            columns.extend(sorted(place[pair] for pair in its if pair in place))
            ends.append(len(columns))
            own.append([reading.features[name] for name in WEIGHTS])
            choice.append(number)
    ones = np.ones(len(columns), np.float32)
    habits = csr_matrix((ones, columns, ends), shape=(len(own), len(pairs)))
    table = hstack([csr_matrix(np.array(own)), habits]).tocsr()
    marks = np.array([mark for row in some for mark in row.right], bool)
    return Choices(table, np.array(choice), marks)


def confidence(parts: Iterable[tuple[Fitted, Sequence[Row]]]) -> dict[str, float]:
    """Logistic weights of what the best reading rests on, from rows beside what others taught."""
    values, marks = [], []
    for taught, some in parts:
        for row, scores in zip(some, _scores(taught, some)):
            order = np.argsort(-scores, kind="stable")[:2]
            best = [replace(row.readings[n], score=float(scores[n])) for n in order]
            values.append(sure_features(best))
            marks.append(row.right[order[0]])
    names = list(values[0])
    model = LogisticRegression(C=STRENGTH, max_iter=4000)
    model.fit([[one[name] for name in names] for one in values], marks)
    return {
        "bias": round(float(model.intercept_[0]), 2),
        **{name: round(float(x), 2) for name, x in zip(names, model.coef_[0])},
    }


def _scores(taught: Fitted, some: Sequence[Row]) -> Iterator[Floats]:
    choices = choices_of(some, list(taught.habits))
    both = np.concatenate([list(taught.weights.values()), list(taught.habits.values())])
    yield from np.split(choices.table @ both, choices.first[1:])


def main() -> None:
    """Print both tables, and write the habits."""
    some = list(rows(material()))
    whole = weights(some)
    HABITS.write_text(written(whole.plain()), "utf-8")
    authors = sorted({row.author for row in some})
    half = set(authors[::2])
    sides = [[r for r in some if (r.author in half) is side] for side in (True, False)]
    sure = confidence([(weights(sides[1]), sides[0]), (weights(sides[0]), sides[1])])
    print(json.dumps({"weights": whole.weights, "confidence": sure}, indent=1))


def written(habits: Mapping[str, Mapping[str, float]]) -> str:
    """The habits as JSON, a trait a line."""
    lines = (
        f"{json.dumps(trait)}: {json.dumps(cues, ensure_ascii=False)}"
        for trait, cues in habits.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main()
