"""Compare classifiers of intents on the same splits: python -m evaluation.compare.

Writes results/intents.json, in five minutes on two cores. `python -m evaluation.compare diet
[MINUTES]`: the same for DIET on one split alone (results/diet.json). It learns for 50 epochs, or
stops after the epoch in which MINUTES have passed. The table is in notes/intents.md.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from vigie.commands.prepare import quiet

quiet()  # before rasa is imported

from evaluation import baselines, diet, material, vectors  # noqa: E402
from evaluation.material import Split  # noqa: E402
from evaluation.ours import Ours, median_ms  # noqa: E402
from evaluation.scores import of_intents  # noqa: E402
from vigie.nlu.components.base import PARSED  # noqa: E402

ROWS: dict[str, dict[str, Any]] = {
    "linear SVM": {},
    "linear SVM, names not masked": {"masked": False},
    "logistic regression": {"fit": baselines.logistic},
    "multinomial naive Bayes": {"fit": baselines.bayes},
}
VECTOR_ROWS: dict[str, dict[str, Any]] = {
    "linear SVM, spaCy vectors": {},
    "logistic regression, spaCy vectors": {"fit": baselines.logistic},
}
"""Only where the group "evaluation" is installed."""


DIET_SPLIT = 0
"""The only split that DIET is trained on: that of the published table."""


def main(name: str, minutes: float = math.inf) -> None:
    """Run every classifier on every split, or DIET on its own, and write what came out."""
    lookup = material.tables()
    splits = material.splits()
    rows: list[dict[str, Any]] = []
    for split in splits if name == "intents" else [splits[DIET_SPLIT]]:
        for row in _rows(split, lookup) if name == "intents" else [_diet(split, lookup, minutes)]:
            rows.append({"split": split.name, "learned": len(split.train), **row})
            print(rows[-1], flush=True)
    material.write(name, rows)


def _rows(split: Split, lookup: list[dict[str, object]]) -> Iterator[dict[str, Any]]:
    rows = dict(ROWS)
    if vectors.installed():
        known = vectors.spacy_vectors()
        rows |= {name: {**changes, "vectors": known} for name, changes in VECTOR_ROWS.items()}
    for name, changes in rows.items():
        data = material.training_data(split.train, lookup)
        ours = Ours(data, **changes)
        read = [ours.read(question.text) for question in split.test]
        ms = median_ms(ours.rank, [ours.read(question.text) for question in split.test])
        yield {
            "name": name,
            **asdict(of_intents(split.test, [ours.rank(message) for message in read])),
            "seconds": ours.seconds["intents"],
            "ms": ms,
            "bytes": ours.bytes("frames") + (known.bytes() if "vectors" in changes else 0),
        }


def _diet(split: Split, lookup: list[dict[str, object]], minutes: float) -> dict[str, Any]:
    data = material.training_data(split.train, lookup)
    ours = Ours(data)
    taught = [(m.get("intent"), diet.plain(m.get(PARSED).words)) for m in data.training_examples]
    tests = [diet.plain(ours.read(question.text).get(PARSED).words) for question in split.test]
    with tempfile.TemporaryDirectory() as folder:
        result = diet.run(Path(folder), taught, tests, minutes)
    rankings = result.pop("rankings")
    return {"name": "DIET", **asdict(of_intents(split.test, rankings)), **result}


if __name__ == "__main__":
    if sys.argv[1:2] == ["diet"]:
        main("diet", *map(float, sys.argv[2:3]))
    else:
        main("intents")
