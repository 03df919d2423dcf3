"""Tables of weights as they are written and served: one that is nearly empty without what is zero.

Of the 125 million weights of the forms an eighth is not zero. Written so, they are unpacked from
the archive of the model in a third of the time; read so, they take 60 MB where the whole table
takes 250, and a message as long (evaluation/notes/training.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Union

import numpy as np
import numpy.typing as npt

SPARSE = 0.3
"""Share of weights that are not zero up to which only these are written."""
FULL = 0.2
"""Share of a row's weights from which it is kept whole: the few words of which nearly every message
is made have such rows, and whole ones are added up twice as fast."""
Weights = npt.NDArray[np.float16]
Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Mixed:
    """A table of which the fuller rows are kept whole, and of the others what is not zero."""

    full: Weights
    places: npt.NDArray[np.int32]
    """Of each row of the table, where it is among the full ones; -1 where it is none."""
    starts: npt.NDArray[np.int64]
    """Of each row, where what is kept of it begins in the next two; where it ends, the next one
    begins. Of a full one nothing is."""
    columns: npt.NDArray[np.uint16]
    values: Weights

    def summed(self, rows: Rows) -> Floats:
        """The sum of some rows."""
        places = self.places[rows]
        found = self.full.take(places[places >= 0], axis=0).sum(axis=0, dtype=np.float32)
        begins = self.starts[rows]
        counts = self.starts[rows + 1] - begins
        ends = np.cumsum(counts)
        if len(ends) and ends[-1]:
            kept = np.repeat(begins - ends + counts, counts) + np.arange(ends[-1])
            # Added up in doubles, which only round otherwise.
            found += np.bincount(self.columns[kept], self.values[kept], self.full.shape[1])
        return np.asarray(found, np.float32)

    def whole(self) -> Weights:
        """The table with its zeros."""
        found = np.zeros((len(self.places), self.full.shape[1]), np.float16)
        found[self.places >= 0] = self.full
        rows = np.repeat(np.arange(len(found)), np.diff(self.starts))
        found[rows, self.columns] = self.values
        return found


Table = Union[npt.NDArray[Any], Mixed]


def summed(table: Table, rows: Rows) -> Floats:
    """The sum of some rows of a table of weights, which may be too coarse to add up in."""
    if isinstance(table, Mixed):
        return table.summed(rows)
    return np.asarray(table.take(rows, axis=0).sum(axis=0, dtype=np.float32))


def whole(table: Table) -> npt.NDArray[Any]:
    """A table with all that it holds, zeros too."""
    return table.whole() if isinstance(table, Mixed) else table


def packed(table: Table) -> dict[str, npt.NDArray[Any]]:
    """A table as the arrays that are written, as half floats: of one that is nearly empty, row by
    row what is not zero, with its column."""
    weights = whole(table).astype(np.float16)
    rows, columns = np.nonzero(weights)
    if len(rows) > SPARSE * weights.size or weights.shape[1] > np.iinfo(np.uint16).max:
        return {"weights": weights}
    return {
        "shape": np.array(weights.shape, np.int64),
        "counts": np.bincount(rows, minlength=len(weights)).astype(np.uint16),
        "columns": columns.astype(np.uint16),
        "values": weights[rows, columns],
    }


def unpacked(arrays: Mapping[str, npt.NDArray[Any]]) -> Table:
    """What `packed` was given."""
    if "weights" in arrays:
        return np.ascontiguousarray(arrays["weights"])
    height, width = map(int, arrays["shape"])
    counts = arrays["counts"].astype(np.int64)
    columns, values = arrays["columns"], arrays["values"]
    is_full = counts > FULL * width
    places = np.where(is_full, np.cumsum(is_full) - 1, -1).astype(np.int32)
    inside = np.repeat(is_full, counts)
    full = np.zeros((int(is_full.sum()), width), np.float16)
    full[np.repeat(places, counts)[inside], columns[inside]] = values[inside]
    starts = np.zeros(height + 1, np.int64)
    np.cumsum(np.where(is_full, 0, counts), out=starts[1:])
    return Mixed(full, places, starts, columns[~inside], values[~inside])
