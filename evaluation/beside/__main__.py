"""What the reader that writes queries counts for beside the marks of the readings, and how sure
both are together.

`python -m evaluation.beside` reads the turns of strangers, each after what was meant before it,
with the model that is served. It fits the weights on the older ones and prints them for
vigie/answers/reading/weights.py; writes results/beside.json: with the weights as they stand there,
how many of the newer ones are read rightly, and how honest the confidence is.
"""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterable, Sequence
from typing import Any, Optional

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from evaluation.beside.rows import Row, read, turns
from evaluation.conversations import FOLDER
from evaluation.material import RESULTS, ROOT
from evaluation.softmax import Choices, fitted
from vigie.answers.reading.sure import share
from vigie.answers.reading.weights import CONFIDENCE_BESIDE, COUNTS, HEAT, NEW

UNSEEN = ROOT / "evaluation" / "unseen"
OLDER = "u4 u5 u6 u7 u8 u9".split()
NEWER = "u10 u11 u12 u13 u14 u15 u16 u17 u18".split()
START = (HEAT, HEAT * COUNTS, HEAT * NEW)
"""Of the score, of what the reader tells, and of what it alone found: as they stand."""
DEAR, ROUNDS = 1.0, 200
PROCESSES = 2


def fit(rows: Sequence[Row]) -> dict[str, Any]:
    """The weights under which the right reading has most of the probability, and the confidence."""
    asked = [row for row in rows if row.asked and row.scores]
    sizes = [len(row.scores) for row in asked]
    table = np.array(
        [pair for row in asked for pair in zip(row.scores, row.told, map(float, row.new))]
    )
    choices = Choices(
        csr_matrix(table),
        np.repeat(np.arange(len(asked)), sizes),
        np.array([one for row in asked for one in row.right]),
    )
    heat, told, new = fitted(choices, np.array(START), np.full(3, DEAR), ROUNDS)
    odds, holds = zip(*(_share(row, heat, told / heat, new / heat) for row in asked))
    logistic = LogisticRegression(C=1.0).fit(np.array(odds)[:, None], np.array(holds))
    confident = {"bias": logistic.intercept_[0], "share": logistic.coef_[0][0]}
    return {
        "COUNTS": round(told / heat, 2),
        "NEW": round(new / heat, 2),
        "HEAT": round(heat, 2),
        "CONFIDENCE_BESIDE": {name: round(float(value), 2) for name, value in confident.items()},
    }


def _share(row: Row, heat: float, told: float, new: float) -> tuple[float, bool]:
    """The share that the best reading has with these weights, and whether it is right."""
    scores = np.array(row.scores) + told * np.array(row.told) + new * np.array(row.new)
    order = np.argsort(-scores)
    return share(scores[order].tolist(), heat), row.right[order[0]]


def shares(rows: Sequence[Row]) -> dict[str, Any]:
    """How many are read rightly, of all, by kind and by set, in per cent; of how many the right
    reading is found; how many the reader is asked about; and how many are right by confidence."""
    bins: dict[str, list[bool]] = {}
    for row in rows:
        bins.setdefault(f"{min(int(10 * row.sure), 9) / 10:.1f}", []).append(_first(row))
    return {
        "turns": len(rows),
        "right": _per_cent(map(_first, rows)),
        "found": _per_cent(any(row.right) for row in rows),
        "asked": _per_cent(row.asked for row in rows),
        **{
            name: _per_cent(_first(row) for row in rows if name in (row.kind, row.group))
            for name in dict.fromkeys((*(row.kind for row in rows), *(row.group for row in rows)))
        },
        "by confidence": {key: [len(some), _per_cent(some)] for key, some in sorted(bins.items())},
    }


def _first(row: Row) -> bool:
    return bool(row.right) and row.right[0]


def _per_cent(some: Iterable[bool]) -> Optional[float]:
    every = list(some)
    return round(100 * sum(every) / len(every), 1) if every else None


def main() -> None:
    """Fit on the older turns, print; try what stands on the newer ones, write."""
    jobs = [one for name in (*OLDER, *NEWER) for one in turns(UNSEEN.glob(f"{name}*.txt"), name)]
    jobs += turns(sorted(FOLDER.glob("*.txt")), FOLDER.name)
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        every = pool.map(read, jobs, chunksize=64)
    older = [one for one in every if one.group not in NEWER]
    print(json.dumps(fit(older), indent=1))
    stands = {
        "COUNTS": COUNTS,
        "NEW": NEW,
        "HEAT": HEAT,
        "CONFIDENCE_BESIDE": {**CONFIDENCE_BESIDE},
    }
    newer = [one for one in every if one.group in NEWER]
    found = {"weights": stands, "fitted on": shares(older), "tried on": shares(newer)}
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    print(text)
    (RESULTS / "beside.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
