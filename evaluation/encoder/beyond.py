"""What of a statement or a question the document does not say, word by word, learned from
data/statements on the vectors of what writes queries.

`python -m evaluation.encoder beyond` learns it in five minutes, and writes it beside the code that
serves it. It rests on writer.npz: it is learned anew after that is. Its figures:
`python -m evaluation.statements`.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable, Iterator
from importlib.metadata import version

import numpy as np
from sklearn.neural_network import MLPClassifier

from evaluation.encoder.lessons import Lessons
from evaluation.statements import TAUGHT, Statement, read
from vigie.answers.query.line import read_all
from vigie.answers.reading.overreach import CLAIMS
from vigie.answers.reading.said import Said
from vigie.nlu.encoder import base, beyond, reader
from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.files import BEYOND, FOLDER, WRITER, digest, keep
from vigie.nlu.encoder.writer import MOST, pieces

TAUGHT_MARKS = ("whole", "part")
"""What is wrong is wrong by what the query says of it, and what is silent has no words that are
upheld."""
CLAIMED, ASKED = 3000, 5000
"""Claims of the corpus, and questions, all of which their query says, that are taught beside the
statements: most of these stand alone, and those in their talks."""
INNER, SEEDS = 32, 3
"""Units of the inner layer of each network, and networks, of which the mean is served as one."""
DECAY = 1.0
Taught = tuple[Floats, list[bool]]
"""What is seen of the words of a message, and whether each says more."""


class Eyes:
    """What is seen of a message."""

    def __init__(self) -> None:
        found = reader.opened(FOLDER, WRITER)
        self.tokenizer, self._encoder = found.tokenizer, found.encoder

    def of(self, told: Said) -> tuple[list[beyond.Word], Floats]:
        """Its words, and what is seen of each."""
        words = beyond.words(self.tokenizer, told.message, MOST)
        read_ = pieces(self.tokenizer, told)
        return words, beyond.seen(self._encoder.states(read_.ids), read_.first, words)


def material(eyes: Eyes, lessons: Lessons, some: Iterable[Statement]) -> Iterator[Taught]:
    """The words of statements."""
    for one in some:
        told = lessons.said(one.text, read_all(one.means) if one.means else ())
        words, seen = eyes.of(told)
        places = one.places("".join(part.text for part in told.message))
        if words:
            more = [any(w.start < end and w.end > start for start, end in places) for w in words]
            yield seen, more


def answered(eyes: Eyes, lessons: Lessons) -> Iterator[Taught]:
    """The words of some claims of the corpus, and of some questions, in their talks: none of them
    says more than its query."""
    asked: dict[bool, list[Said]] = {True: [], False: []}
    for query, told in lessons.answered():
        asked[query.act == CLAIMS].append(told)
    for claimed, every in asked.items():
        most = CLAIMED if claimed else ASKED
        chosen = np.random.RandomState(0).permutation(len(every))[:most]
        for told in (every[n] for n in chosen):
            words, seen = eyes.of(told)
            if words:
                yield seen, [False] * len(words)


def learned(taught: Iterable[Taught]) -> beyond.Head:
    """The head of these words."""
    rows, more = zip(*taught)
    seen, wanted = np.concatenate(rows), np.concatenate(more)
    mean, spread = seen.mean(axis=0), seen.std(axis=0) + 1e-6
    even = (seen - mean) / spread
    nets = [
        MLPClassifier((INNER,), alpha=DECAY, early_stopping=True, random_state=seed).fit(
            even, wanted
        )
        for seed in range(SEEDS)
    ]
    return beyond.Head(
        mean,
        spread,
        np.concatenate([net.coefs_[0] for net in nets], axis=1),
        np.concatenate([net.intercepts_[0] for net in nets]),
        np.concatenate([net.coefs_[1][:, 0] for net in nets]) / SEEDS,
        np.mean([net.intercepts_[1] for net in nets], axis=0),
    )


def ship() -> None:
    """Learn from every author, and keep it."""
    eyes = Eyes()
    lessons = Lessons(eyes.tokenizer)
    own = [one for one in read(TAUGHT) if one.mark in TAUGHT_MARKS]
    head = learned([*material(eyes, lessons, own), *answered(eyes, lessons)])
    recipe = {
        "command": "make encoder ARGS=beyond",
        "authors": sorted({one.author for one in own}),
        "texts": len(own),
        "of the corpus": [CLAIMED, ASKED],
        "sha256": hashlib.sha256(repr(own).encode()).hexdigest(),
        "on": digest(FOLDER / WRITER.weights),
        "inner": [INNER] * SEEDS,
        "decay": DECAY,
        "scikit-learn": version("scikit-learn"),
        "python": platform.python_version(),
    }
    named = {"package": base.PACKAGE, "version": version(base.PACKAGE)}
    keep(FOLDER, BEYOND, head._asdict(), {"base": named, "learned": recipe})
