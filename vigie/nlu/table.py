"""Examples as a sparse table: a row an example, a column a feature. Training needs it alone."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np


class _Numbers(dict[str, int]):
    """Each name and its number, in the order in which they were met."""

    def __missing__(self, name: str) -> int:
        self[name] = number = len(self)
        return number


def learned_table(rows: Iterable[Sequence[str]], least: int) -> tuple[Any, dict[str, int]]:
    """The features of examples as rows of length one, and the column of each feature that stands
    in `least` examples.

    The most frequent stand first: what is fitted then lies close together in memory, and support
    vector machines take a quarter less time (evaluation/notes/training.md).
    """
    numbers = _Numbers()
    table = _ones(rows, numbers)
    often = np.bincount(table.indices, minlength=len(numbers))
    kept = np.argsort(-often, kind="stable")[: int(np.count_nonzero(often >= least))]
    names = list(numbers)
    return _of_length_one(table[:, kept]), {names[at]: i for i, at in enumerate(kept.tolist())}


def table_of(rows: Iterable[Sequence[str]], columns: Mapping[str, int]) -> Any:
    """The same of known features, the others left out."""
    known = ([name for name in row if name in columns] for row in rows)
    return _of_length_one(_ones(known, columns))


def _ones(rows: Iterable[Sequence[str]], numbers: Mapping[str, int]) -> Any:
    """A one where an example has a feature."""
    from scipy.sparse import csr_matrix

    number = numbers.__getitem__
    places, ends = array("i"), array("q", [0])
    for row in rows:
        places.extend(map(number, row))
        ends.append(len(places))
    shape = len(ends) - 1, len(numbers)
    columns = np.asarray(places)
    table = csr_matrix((np.ones(len(columns)), columns, np.asarray(ends)), shape)
    table.sum_duplicates()
    table.data[:] = 1.0
    return table


def _of_length_one(table: Any) -> Any:
    table.sort_indices()
    counts = np.diff(table.indptr)
    table.data = np.repeat(np.maximum(counts, 1) ** -0.5, counts)
    return table
