"""Tables of weights as they are written: one that is nearly empty without what is zero.

Of the 76 million weights of the forms an eighth is not zero. Written so, they are unpacked from the
archive of the model in a third of the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

SPARSE = 0.3
"""Share of weights that are not zero up to which only these are written."""
Weights = npt.NDArray[np.float16]


def packed(weights: Weights) -> dict[str, npt.NDArray[Any]]:
    """A table as the arrays that are written: of one that is nearly empty, row by row what is not
    zero, with its column."""
    rows, columns = np.nonzero(weights)
    if len(rows) > SPARSE * weights.size or weights.shape[1] > np.iinfo(np.uint16).max:
        return {"weights": weights}
    return {
        "shape": np.array(weights.shape, np.int64),
        "counts": np.bincount(rows, minlength=len(weights)).astype(np.uint16),
        "columns": columns.astype(np.uint16),
        "values": weights[rows, columns],
    }


def unpacked(arrays: Mapping[str, npt.NDArray[Any]]) -> npt.NDArray[Any]:
    """What `packed` was given."""
    if "weights" in arrays:
        return np.ascontiguousarray(arrays["weights"])
    weights = np.zeros(tuple(arrays["shape"]), np.float16)
    rows = np.repeat(np.arange(len(weights)), arrays["counts"])
    weights[rows, arrays["columns"]] = arrays["values"]
    return weights
