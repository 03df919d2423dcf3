"""Machines of liblinear, fitted on all cores.

In processes, never in threads: liblinear draws its chances from one generator for the whole
process. Two fits that run at once take from each other's, and what is learned differs from one
training to the next, by little and by chance.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

LARGE = 300_000
"""Values in a table from which processes pay: they take a second to start."""
Fitted = TypeVar("Fitted")


def on_all_cores(fit: Callable[..., Fitted], table: Any, each: Iterable[Any]) -> list[Fitted]:
    """What `fit`, a function of a module, makes of the table and of each, in their order. The
    tables that each is fitted to are shared, and cannot be written to."""
    from joblib import Parallel, delayed

    whole = multiprocessing.parent_process() is None  # else another process needs the cores
    count = os.cpu_count() if whole and table.nnz >= LARGE else 1
    found: list[Fitted] = Parallel(n_jobs=count)(delayed(fit)(table, one) for one in each)
    return found
